/** How a reply begins and what holds it together. `{c}` a clause of the user's, `{q}` their question, `{about}` and `{noun}` our own words. */

/** Around a clause that says how things are. */
export const TOLD: readonly string[] = [
  'It sounds like {c}.',
  'I hear you: {c}.',
  '{c}, and I can hear how much there is in that.',
  'Thank you for telling me that {c}.',
  'What I hear is that {c}.',
  'Let me stay with that for a moment: {c}.',
  'I am taking in that {c}.'
]

/** Around a clause that says what happened: nobody needs to be told that it sounds so. */
export const HAPPENED: readonly string[] = [
  'Thank you for telling me that {c}.',
  '{c}, and that is a lot to take in.',
  'I hear you: {c}.',
  'Let me stay with that for a moment: {c}.',
  '{c}, and I can imagine that it is still very present.'
]

/** The same, where it is clearly bad news. */
export const SORRY: readonly string[] = [
  'I am sorry to hear that {c}.',
  'I am so sorry that {c}.',
  '{c}, and I am sorry that you are going through this.',
  'Thank you for trusting me with this: {c}.',
  '{c}, and that is a great deal to take in.'
]

/** Around a clause that says how the user feels. */
export const FELT: readonly string[] = [
  'It sounds like {c}.',
  'I hear that {c}.',
  'What comes through is that {c}.',
  'Thank you for letting me know that {c}.',
  'If I hear you right, {c}.',
  'What reaches me most is that {c}.'
]

/** Around what the user believes of another's heart: a feeling, not a fact. */
export const BELIEVED: readonly string[] = [
  'It feels to you as though {c}.',
  'Right now it seems to you that {c}.',
  'What hurts, if I hear you right, is the sense that {c}.',
  'You are left with the feeling that {c}.',
  'As it looks to you at the moment, {c}.'
]

export const GLAD: readonly string[] = [
  'How good to read that {c}.',
  'It is lovely to hear that {c}.',
  'What a nice thing to hear, that {c}.',
  'I am happy for you that {c}.'
]

/** Around a question, where no advice is wanted yet. */
export const WONDERED: readonly string[] = [
  'It sounds like you are trying to find out {q}.',
  'You are asking yourself {q}.',
  'The question on your mind is {q}.',
  'If I hear you right, you are turning over {q}.',
  'I hear that you are wondering {q}.'
]

/** Around a question that is about to get an answer. */
export const ASKED: readonly string[] = [
  'It makes sense to ask {q}.',
  'You are wondering {q}, and there is more than one good way to look at it.',
  'I can see why you are asking {q}.',
  'Let us look at {q}.',
  'There is rarely one right answer to {q}, so here are a few thoughts.',
  'It is good that you take the time to ask {q}.'
]

/** Around a clause, where guidance follows. */
export const SEEKING: readonly string[] = [
  'I hear you: {c}.',
  'Let us start from there: {c}.',
  'Thank you for laying it out: {c}.',
  '{c}, so it makes sense to look for a next step.',
  '{c}, and you are looking for a way forward.'
]

/** Without the user's words. */
export const NAMED: readonly string[] = [
  'I hear {noun} in what you write about {about}.',
  'It sounds like {about} has stirred up {noun}.',
  'What comes across is {noun}, with {about} at the heart of it.',
  'There is {noun} in your words, and {about} seems to sit right in the middle.',
  'You write about {about}, and I can hear {noun} in it.'
]
export const UNNAMED: readonly string[] = [
  'It sounds like {about} has been on your mind.',
  'I hear that {about} is taking up space for you right now.',
  'You are telling me about {about}, and I am glad that you do.',
  'It makes sense that {about} is on your mind.',
  'Thank you for telling me about {about}.'
]
export const PLANNED: readonly string[] = [
  'You would like to find a good way with {about}.',
  'It makes sense to look for a next step with {about}.',
  'With {about}, a few careful steps can do a lot.',
  'Let us look at what could help with {about}.',
  'It is good that you want to give some thought to {about}.'
]

/** Two ideas side by side; each pair is used as one. */
export const STEPS: readonly (readonly [string, string])[] = [
  ['You might {idea}.', 'It could also help to {idea}.'],
  ['One thing you could try is to {idea}.', 'Another might be to {idea}.'],
  ['You could {idea}.', 'Beyond that, you might {idea}.'],
  ['One way could be to {idea}.', 'You might also {idea}.'],
  ['It might help to {idea}.', 'Alongside that, you could {idea}.']
]

export const NEXT: readonly string[] = [
  'Which of these feels more like you?',
  'What would a small first step look like this week?',
  'How would you like things to be a month from now?',
  'What feels doable in this, and what feels like too much?',
  'Which of the two speaks to you more?',
  'What have you already tried that helped a little?',
  'What would make it easier to begin?'
]

/** Back to what was said before: `{about}` of now, `{before}` of an earlier message. */
export const LINKS: readonly string[] = [
  'It comes on top of {before}, which you told me about earlier.',
  'I keep in mind what you said before about {before}.',
  'It may touch {before}, which we spoke of a moment ago.'
]
export const RETURNS: readonly string[] = [
  'We keep coming back to {about}, and that tells me how much it matters.',
  'I notice that {about} is with you again.',
  'So much comes back to {about}, and there is room for that here.'
]
/** For a returning user: `{theme}` in words of ours. */
export const NOTICES: readonly string[] = [
  'I notice that {theme} has come up before.',
  'I notice {theme} is something you have spoken about in the past.',
  'I notice that {theme} keeps finding its way into our talks.'
]

/** For a short answer in the middle of a conversation. */
export const CONTINUED: readonly string[] = [
  'Thank you for adding that.',
  'That helps me to see it a little more clearly.',
  'I am with you in this.',
  'It is good that you say it as it is.',
  'I am following you, at your own pace.',
  'That gives me a better sense of where you are.'
]
