/** One reply from a reading, a strategy and a conversation: what to reflect, what to add, what to ask. */
import { classify } from '../../understanding/classifier.ts'
import type { Strategy } from '../../understanding/reading.ts'
import { strategyOf } from '../../understanding/strategy.ts'
import type { ChatRequest } from '../model-client.ts'
import { askedIn } from './asked.ts'
import { ASIDES, THANKS } from './asides.ts'
import { ownWordsOf, type OwnWords } from './clause.ts'
import { THEME_WORDS, conversationOf, type Conversation } from './conversation.ts'
import { FEELINGS, feelingOf, type Feeling } from './feelings.ts'
import * as frames from './frames.ts'
import { languageOf } from './language.ts'
import { GENERAL, subjectMatterOf, type Matter } from './matter.ts'
import { readSentences, withCapitals } from './message.ts'
import { personIn, withPerson, type Person } from './person.ts'
import { situationOf, type Situation } from './situation.ts'
import { choose, fixedPart, seedOf, type Memory } from './variety.ts'

type Brief = NonNullable<ChatRequest['brief']>

/** What is known before the first word is written. */
interface Outline {
  readonly conversation: Conversation
  readonly memory: Memory
  readonly situation: Situation
  readonly matter: Matter
  /** The matter as a noun phrase; one that was only guessed stays unnamed. */
  readonly about: string
  readonly earlier: Matter | undefined
  readonly person: Person
  readonly feeling: Feeling | undefined
  readonly own: OwnWords | undefined
  readonly asked: string | undefined
}

/** A reply of 2 to 4 sentences. `isPlain` keeps the user's own words out of it. Total, deterministic. */
export function compose (request: Pick<ChatRequest, 'messages' | 'brief'>, { isPlain = false } = {}): string {
  const conversation = conversationOf(request.messages)
  const brief = request.brief ?? briefOf(conversation.message)
  const outline = outlineOf(conversation, brief)
  return write(isPlain ? { ...outline, own: undefined, asked: undefined } : outline, brief.strategy)
}

function briefOf (message: string): Brief {
  const reading = classify(message)
  return { reading, mode: 'LEARN', inCare: false, strategy: strategyOf(reading, { mode: 'LEARN', inCare: false }) }
}

function outlineOf (conversation: Conversation, { reading, inCare }: Brief): Outline {
  const sentences = readSentences(conversation.message)
  const { matter, earlier, isSaid } = subjectMatterOf(sentences, { before: conversation.before.map(text => readSentences(text)), heard: conversation.heard }, reading)
  const situation = situationOf(conversation, reading, { inCare, isSaid, isUnderWay: earlier !== undefined })
  const feeling = feelingOf(reading.emotions)
  return {
    conversation,
    memory: { heard: conversation.heard, seed: seedOf([conversation.message, ...conversation.before, conversation.heard].join('\n')) },
    situation,
    matter,
    about: isSaid || earlier ? matter.about : GENERAL.about,
    earlier,
    person: personIn([conversation.message, ...conversation.before, conversation.heard], { isRomance: matter.isRomance ?? false }),
    feeling: feeling && FEELINGS[feeling],
    ...isQuotable(situation) ? { own: ownWordsOf(sentences), asked: askedIn(sentences) } : { own: undefined, asked: undefined }
  }
}

const isQuotable = (situation: Situation) => situation === 'ordinary' || situation === 'continued' || situation === 'care'

function write (outline: Outline, strategy: Strategy): string {
  return withCapitals(sentences(outline, strategy).filter(sentence => sentence !== undefined).map(capitalised).join(' '))
}

function sentences (outline: Outline, strategy: Strategy): ReadonlyArray<string | undefined> {
  const { situation } = outline
  if (situation === 'care') return careSentences(outline)
  if (situation !== 'ordinary' && situation !== 'continued') return asideSentences(outline, situation)
  switch (strategy) {
    case 'LOW': return [reflection(outline), link(outline), validation(outline), question(outline)]
    case 'MEDIUM': return [reflection(outline), link(outline), insight(outline), question(outline)]
    case 'HIGH': return [acknowledgement(outline), ...steps(outline), notice(outline) ?? say(outline, frames.NEXT)]
  }
}

/** Tender, and nothing that could be read as an answer to how or where. */
function careSentences (outline: Outline): ReadonlyArray<string | undefined> {
  const { own } = outline
  const felt = own?.isFeeling && /^you(?:'re| are| feel| miss)\b/.test(own.text) ? say(outline, frames.FELT, { c: own.text }) : undefined
  const { openings, middles, questions } = ASIDES.care
  return [felt ?? say(outline, openings), say(outline, middles), say(outline, questions)]
}

function asideSentences (outline: Outline, situation: Exclude<Situation, 'care' | 'ordinary' | 'continued'>): readonly string[] {
  const { openings, middles, questions } = ASIDES[situation]
  const thanks = situation === 'foreign' ? THANKS[languageOf(outline.conversation.message)] : undefined
  const isThanked = thanks !== undefined && !outline.memory.heard.includes(thanks)
  return [isThanked ? thanks : say(outline, openings), say(outline, middles), say(outline, questions)]
}

function reflection (outline: Outline): string {
  const { own, asked, feeling, matter, about, earlier } = outline
  if (own) return say(outline, framesFor(own, outline), { c: own.text })
  if (asked) return say(outline, frames.WONDERED, { q: asked })
  if (outline.situation === 'continued' || earlier?.id === matter.id) return say(outline, frames.CONTINUED)
  return feeling ? say(outline, frames.NAMED, { about, noun: feeling.noun }) : say(outline, frames.UNNAMED, { about })
}

/** Matters that are bad news whoever tells them. */
const HEAVY = new Set(['grief', 'betrayed', 'lied-to', 'break-up'])

function framesFor (own: OwnWords, { matter }: Outline): readonly string[] {
  if (own.isBelief) return frames.BELIEVED
  const isGlad = matter.id === 'joy' && !/\b(?:not|never|but|without|no|until|though)\b|n't\b/.test(own.text)
  if (isGlad) return frames.GLAD
  if (own.isFeeling) return frames.FELT
  if (!own.isEvent) return frames.TOLD
  return HEAVY.has(matter.id) ? frames.SORRY : frames.HAPPENED
}

function acknowledgement (outline: Outline): string {
  const { own, asked, about } = outline
  if (asked && asked !== 'what to do') return say(outline, frames.ASKED, { q: asked })
  return own ? say(outline, frames.SEEKING, { c: own.text }) : say(outline, frames.PLANNED, { about })
}

function validation (outline: Outline): string {
  const { matter, feeling } = outline
  const isGeneral = matter.id === GENERAL.id
  const specific = isGeneral ? [] : matter.validations
  const felt = feeling?.validations ?? []
  return say(outline, [...specific, ...felt, ...GENERAL.validations], {}, specific.length > 0 ? specific : felt)
}

const insight = (outline: Outline) => say(outline, withGeneral(outline.matter, 'insights'), {}, outline.matter.insights)
const question = (outline: Outline) => say(outline, withGeneral(outline.matter, 'questions'), {}, outline.matter.questions)

const withGeneral = (matter: Matter, part: 'insights' | 'questions') => matter.id === GENERAL.id ? matter[part] : alternating(matter[part], GENERAL[part])

const alternating = (one: readonly string[], other: readonly string[]) =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, at) => [one[at], other[at]]).flat().filter(sentence => sentence !== undefined)

function steps (outline: Outline): readonly string[] {
  const { matter, memory, person } = outline
  const ideas = matter.ideas.flatMap(idea => withPerson(idea, person) === undefined ? [] : [idea])
  const first = choose(ideas, memory)
  const second = ideas[(ideas.indexOf(first) + 1) % ideas.length]!
  const pair = frames.STEPS.find(([opening]) => opening === choose(frames.STEPS.map(([opening]) => opening), memory))!
  return [first, second].map((idea, at) => pair[at]!.replace('{idea}', withPerson(idea, person)!))
}

/** A sentence that ties this message to an earlier one, unless such a sentence was just said. */
function link (outline: Outline): string | undefined {
  const { earlier, matter, memory: { heard }, situation, own } = outline
  if (earlier === undefined) return notice(outline)
  const isTied = [...frames.LINKS, ...frames.RETURNS].some(frame => heard.includes(fixedPart(frame)))
  if (isTied || situation === 'continued' || own === undefined) return undefined
  if (earlier.id !== matter.id) return say(outline, frames.LINKS, { before: earlier.about.replace(/^this /, 'the ') })
  return outline.conversation.before.length > 1 ? say(outline, frames.RETURNS, { about: matter.about }) : undefined
}

/** What was on this person's mind in earlier sessions; said once, at the beginning of a new one. */
function notice (outline: Outline): string | undefined {
  const { conversation: { remembered, heard }, matter } = outline
  const theme = remembered.find(known => matter.themes?.includes(known)) ?? remembered[0]
  return theme !== undefined && heard === '' ? say(outline, frames.NOTICES, { theme: THEME_WORDS[theme] }) : undefined
}

function say ({ memory, person }: Outline, templates: readonly string[], slots: Readonly<Record<string, string>> = {}, first: readonly string[] = []): string {
  const forThisPerson = (template: string) => withPerson(fill(template, slots), person)
  const possible = templates.filter(template => forThisPerson(template) !== undefined)
  return forThisPerson(choose(possible, memory, first))!
}

const fill = (template: string, slots: Readonly<Record<string, string>>) => template.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot)

const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)
