/**
 * Money in integer nano-dollars (1 USD = 10⁹): sums are exact up to 9 million dollars, in JavaScript as in Redis' Lua, which both
 * count in doubles. Floats appear only where money is shown.
 */
declare const nano: unique symbol
export type NanoUsd = number & { readonly [nano]?: true }

export const NANO_PER_USD = 1_000_000_000

/** Whole nano-dollars of an amount in dollars; at least 0, rounded to the nearest. */
export function nanoUsd (usd: number): NanoUsd {
  return Math.max(0, Math.round(usd * NANO_PER_USD))
}

/** Dollars, for people and gauges; never for sums. */
export function usdOf (amount: NanoUsd): number {
  return amount / NANO_PER_USD
}
