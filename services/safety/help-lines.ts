/** Whom to reach, by country, as the services publish it. Neutral wherever we are not certain. */
import { contactsIn } from './contacts.ts'
import type { CareKind } from './verdict.ts'

/** ISO date of the last review; a help line that moved is worse than none. */
export const reviewedAt = '2026-11-24'

interface HelpLines {
  /** How the place is named after "in". */
  readonly place: string
  readonly self_harm: string
  readonly abuse: string
}

/** 112 is the European emergency number; lines differ by country and findahelpline.com lists them. */
const EUROPE: HelpLines = {
  place: 'Europe',
  self_harm: '112 in an emergency, and findahelpline.com for a listening line in your country',
  abuse: '112 if there is danger, and findahelpline.com for an abuse line in your country'
}
const WITH_112 = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH'.split(' ')

const LINES: Readonly<Record<string, HelpLines>> = {
  ...Object.fromEntries(WITH_112.map(region => [region, EUROPE])),
  US: {
    place: 'the US',
    self_harm: 'call or text 988, or text HOME to 741741',
    abuse: 'the Domestic Violence Hotline on 1-800-799-7233 or by text, START to 88788, and 911 if there is danger now'
  },
  CA: {
    place: 'Canada',
    self_harm: 'call or text 9-8-8',
    abuse: 'sheltersafe.ca and findahelpline.com list crisis lines near you, and 911 is there if there is danger now'
  },
  GB: {
    place: 'the UK',
    self_harm: 'Samaritans on 116 123, or text SHOUT to 85258',
    abuse: 'the National Domestic Abuse Helpline on 0808 2000 247, findahelpline.com for other lines, and 999 if there is danger now'
  },
  IE: {
    place: 'Ireland',
    self_harm: 'Samaritans on 116 123, or text HELLO to 50808',
    abuse: 'Women\'s Aid on 1800 341 900, findahelpline.com for other lines, and 112 if there is danger now'
  },
  AU: {
    place: 'Australia',
    self_harm: 'Lifeline on 13 11 14',
    abuse: '1800RESPECT on 1800 737 732, and 000 if there is danger now'
  },
  NZ: {
    place: 'New Zealand',
    self_harm: 'call or text 1737',
    abuse: 'Women\'s Refuge on 0800 733 843, findahelpline.com for other lines, and 111 if there is danger now'
  }
}

const ANYWHERE = {
  self_harm: 'your local emergency number if life is at risk, and findahelpline.com for a line near you',
  abuse: 'your local emergency number if there is danger, and findahelpline.com for an abuse line near you'
} as const satisfies Record<CareKind, string>

const LEADS: Readonly<Record<CareKind, readonly string[]>> = {
  self_harm: ['There are people{in} who answer day and night', 'A human voice is within reach{in} at any hour', 'Free support{in} is open around the clock'],
  abuse: ['People who know this well can be reached{in}', 'There is free, experienced help{in}', 'Somebody trained for this is within reach{in}']
}

/**
 * One sentence of help that fits the kind and the place; the neutral one where no place is known.
 * @param variant a whole number: the same facts in other words, for those who hear them again.
 */
export function helpLineFor (kind: CareKind, region?: string, variant = 0): string {
  const lines = region === undefined || !Object.hasOwn(LINES, region) ? undefined : LINES[region]
  const lead = LEADS[kind][variant % LEADS[kind].length]!.replace('{in}', lines ? ` in ${lines.place}` : '')
  return `${lead}: ${lines?.[kind] ?? ANYWHERE[kind]}.`
}

/** Every region with lines of its own. */
export const HELP_LINE_REGIONS: readonly string[] = Object.keys(LINES)

const OWN_CONTACTS: ReadonlySet<string> = new Set([...Object.values(LINES), ANYWHERE].flatMap(lines => {
  const text = `${lines.self_harm} ${lines.abuse}`
  return [...contactsIn(text), ...[...text.matchAll(/\b\d[\d -]*\d\b/g)].map(match => match[0].replace(/\D/g, ''))]
}))

/** Whether a contact, in the form that `contactsIn` gives, is one of ours. */
export const isOwnContact = (contact: string): boolean => OWN_CONTACTS.has(contact)
