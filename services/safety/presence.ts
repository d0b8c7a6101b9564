/** For somebody who needed care a moment ago and now says little: still here, help once more in other words. */
import { chooseUnused } from '../wordings.ts'
import { helpLineFor } from './help-lines.ts'
import type { CareKind } from './verdict.ts'

const WORDINGS: Readonly<Record<CareKind, readonly string[]>> = {
  self_harm: [
    'I am still here, and short words are fine. {help} How are you in this moment?',
    'Few words are enough right now, and you do not have to explain anything. {help} Is somebody near you?',
    'You do not have to find the right words for me. {help} What would make the next ten minutes a little easier to bear?',
    'Thank you for staying in touch, even quietly. {help} Are you somewhere safe while we talk?',
    'Silence says something too, and I am listening to it. {help} How does your body feel just now?',
    'However small the answer, I am glad it came. {help} Is it heavier or lighter than when you first wrote?',
    'We can simply be here for a while. {help} Do you feel safe at the moment?',
    'There is no hurry with me. {help} Which part of today weighs the most?'
  ],
  abuse: [
    'I am still here, at your pace. {help} Is it all right to keep writing where you are?',
    'Short answers are fine, and so is stopping whenever it feels wiser. {help} Are you on your own at the moment?',
    'What you told me before matters, and none of it asks you to decide anything today. {help} What would feel a little safer right now?',
    'You set the pace here. {help} Is there somebody you trust who knows about this?',
    'It is fine to say little. {help} Is this still a safe moment to talk?',
    'I have not forgotten what you shared. {help} How is it around you at this moment?',
    'Saying less can be a way of staying safe, and I respect that. {help} Can you write freely just now?',
    'You are not alone in this conversation, even when it is quiet. {help} How are you holding up?'
  ]
}

/** A quiet turn's answer in a session with care; `pick` in [0, 1) chooses among wordings not yet heard. */
export function presenceReply ({ kind, region, used, pick }: { kind: CareKind, region?: string, used: readonly string[], pick: number }): { text: string, wording: string } {
  // Another lead than the care reply of the same number had, so that the help is offered in other words.
  const candidates = WORDINGS[kind].map((text, at) => ({ text: text.replace('{help}', helpLineFor(kind, region, at + 1)), wording: `presence.${kind}.${at}` }))
  return chooseUnused(candidates, { used, pick })
}
