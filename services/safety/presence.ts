/** For somebody who needed care a moment ago and now says little: still here, help once more in other words. */
import { chooseUnused } from '../wordings.ts'
import { helpLineFor } from './help-lines.ts'
import type { CareKind } from './verdict.ts'

const WORDINGS: Readonly<Record<CareKind, readonly string[]>> = {
  self_harm: [
    'I am still here, and short words are fine. {help} How are you in this moment?',
    'Few words are enough right now. What you told me before stays with me, and so does the wish that you are not alone with it. {help} Is somebody near you?',
    'You do not have to find the right words for me. {help} What would make the next ten minutes a little easier to bear?',
    'Thank you for staying in touch, even quietly. {help} Are you somewhere safe while we talk?',
    'Silence says something too, and I am not going anywhere. {help} Would you like to tell me how your body feels just now?',
    'However small the answer, I am glad it came. {help} Is it heavier or lighter than when you first wrote?'
  ],
  abuse: [
    'I am still here, at your pace. {help} Is it all right to keep writing where you are?',
    'Short answers are fine, and so is stopping whenever it feels wiser. {help} Are you on your own at the moment?',
    'What you told me before matters, and none of it asks you to decide anything today. {help} What would feel a little safer right now?',
    'You set the pace here. {help} Is there somebody you trust who knows about this?',
    'It is fine to say little. {help} Would it help to think about one small thing that gives you some room?',
    'I have not forgotten what you shared. {help} How is it around you at this moment?'
  ]
}

/** A quiet turn's answer in a session with care; `pick` in [0, 1) chooses among wordings not yet heard. */
export function presenceReply (input: { kind: CareKind, region?: string, used: readonly string[], pick: number }): { text: string, wording: string } {
  const { text, wording } = chooseUnused(WORDINGS[input.kind].map((words, at) => ({ text: words, wording: `presence.${input.kind}.${at}` })), input)
  return { text: text.replace('{help}', helpLineFor(input.kind, input.region)), wording }
}
