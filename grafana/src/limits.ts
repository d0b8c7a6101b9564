/** The migration guide's limits and the service levels: what thresholds are drawn at. prometheus/rules holds the same numbers. */
export const LIMITS = {
  secondsP95: 3,
  usdPerConversation: 0.10,
  errorRatio: 0.01,
  positiveFeedbackRatio: 0.80
} as const

/** Burn rates that open a ticket, and that wake somebody. */
export const BURN = { ticket: 1, page: 6 } as const
