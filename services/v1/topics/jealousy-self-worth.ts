import type { Topic } from '../topic.ts'

export const jealousy: Topic = {
  name: 'jealousy',
  related: ['self_worth', 'trust', 'emotions'],
  people: ['partner', 'friend', 'ex'],
  signs: {
    deep: [
      'jealous/jealousy/jelous/jelly/envious/envy, possessive/possessiveness, insecure about * <close>, eyes for * else/other',
      'looks/look/looking/looked/stares/staring/checks/checking * at/out other/another/women/girls/men/guys, <he> * feelings for another/someone/somebody/his/her, <partner> * his/her ex',
      'compete+/competing for/with, <partner> has/had/have a crush, still * in/talks/talking/texts/texting/friends/contact * his/her/their ex, his/her female/male friend/friends/coworker/colleague/boss',
      'flirt+/flirts/flirting/flirted with/in, compare/compares/comparing/compared me, attention * from other/another/guys/girls/men/women'
    ],
    clear: [
      'flirt+/flirts, like+ * photos/pics/pictures/posts, female/guy/male/girl/lady friend/friends/coworker/coworkers/colleague/colleagues, some girl/guy/woman/man/chick/dude',
      'other/another girl/girls/woman/women/guys/guy, talk/talks/talking/text/texts/texting * other/another, his/her/their ex, best friend is a/his/her, new * instructor/coworker/trainer/friend/boss',
      'get over his/her past, hanging/hang/hangs out with, more * than me, threatened by, ex * instagram/facebook, with another/other/his/her guy/girl/friend, introduce me'
    ],
    light: ['instagram/snapchat/facebook, coworker/coworkers, attention']
  },
  wordings: {
    LOW: [
      'Seeing somebody else come close to what is dear to you can sting in a very particular way. That sting is a feeling, not a flaw, and it makes sense to want it heard. What does it tell you when it is strongest?',
      'It sounds as though your heart has been on alert. When a bond matters this much, it is human to watch over it. What was the moment when you felt it most?',
      'There is something vulnerable in what you wrote, and I appreciate that you said it. Wondering about your place with {person|someone you care for} can be lonely. What do you long for in those moments?',
      'Feelings like this can arrive within a second and stay for hours. They often protect something precious. What do you sense they are protecting in you?'
    ],
    MEDIUM: [
      'Jealousy, or something near it, seems to play a part here. It often has two layers: what is happening outside, and the fear of not being chosen underneath. Which layer feels stronger to you?',
      'It sounds as though comparison keeps finding its way in. The mind tends to set our inside next to somebody else\'s outside, which is never an even match. What do you find yourself comparing?',
      'You seem to be looking for reassurance about where you stand with {person|this person}. That wish is not too much, and it can be told apart from the story that fear adds to it. What do you know for certain, and what does the fear add?',
      'There is care and worry mixed in what you share. A feeling like this can be a compass for what you would like more of, such as time, openness or tenderness. What might it be pointing to?'
    ],
    HIGH: [
      'It is good that you want to look at this rather than be driven by it. You might pause when the feeling comes and ask three things: what happened, what did I make of it, and what would I like. The third answer could be something to share with {person|the other person}, in a calm hour.',
      'Feelings like these can be worked with. You could consider telling {person|the person concerned} about the feeling itself, with words such as "I noticed I felt small when", and leaving out any charge. It might also help to agree on what both of you find comfortable with other people. What would feel fair to you there?',
      'That makes sense to ask. One approach could be to separate signs from stories: signs are what anyone would have seen, stories are what the mind adds at night. If the signs alone trouble you, you might raise them; if it is mostly stories, you could look for what soothes them.',
      'I hear the wish to feel more at ease. You might consider what makes you feel secure that does not depend on anybody else, such as friends, work you enjoy or things you do well, and give it a little more room. Alongside that, you could ask for one small kind of reassurance that would be easy to give.'
    ]
  }
}

export const selfWorth: Topic = {
  name: 'self_worth',
  related: ['emotions', 'boundaries', 'loneliness'],
  people: ['partner', 'ex', 'friend', 'family'],
  evenNegated: true,
  signs: {
    deep: [
      'not/never * good/pretty/smart/attractive/beautiful/handsome/interesting/worthy/rich/thin/man/woman enough, good enough, self esteem/worth/confidence/respect/love/image/doubt/conscious/worthy',
      'insecure/insecurity/insecurities, unlovable/worthless/unworthy/inadequate/ugly/unattractive/undesirable/unwanted/unloved, compare+/comparing myself',
      'lose+/lost/losing/find/finding/found myself, lost/losing/lose my identity, who i am, love+/like/hate myself, believe in myself, wrong/matter with me, fall/fell/falling short, deserve+/deserving',
      'be/become/being a better man/woman/person/partner/boyfriend/girlfriend/husband/wife/me, better version, a burden/failure/loser, too much for',
      'nobody * want/wants/love/loves/like/likes me, no one/man/woman/girl/guy * want/wants/love/loves/like/likes me, need a man/woman/boyfriend/girlfriend',
      'feel+/feels/feeling/felt small/stupid/used/rejected/replaceable/invisible/unimportant/worthless/ugly, second best/choice/option, an option, backup/back plan/option/up, am/being too sensitive/emotional/needy/much, look/feel fat, not be loved'
    ],
    clear: [
      'confident/confidence, reject+/rejection/rejected, invisible, embarrassed/embarrassing/embarrasses, stay/be/staying/being strong, dependent/dependence/dependency, wanted to please',
      'appearance/looks/weight, failure/failures, why does nobody, why does no one, love the attention, happy with myself, work/worked/working on myself, worked on my self'
    ]
  },
  wordings: {
    LOW: [
      'It sounds as though your view of yourself has taken some knocks. That is a quiet kind of {feeling|hurt}, and it deserves a gentle listener. What do you hear yourself say about you in those moments?',
      'Doubting one\'s own worth can make every silence from {person|others} sound like an answer. It makes sense that this is tiring. When does the doubt speak the loudest?',
      'Thank you for letting me see this side. Being hard on oneself often begins as a wish to be loved well. What would you like somebody to see in you right now?',
      'There is tenderness underneath what you wrote, even where it sounds harsh towards yourself. Feeling small does not make anyone small. What has made it feel heavier lately?'
    ],
    MEDIUM: [
      'It sounds as though you measure yourself a good deal in this. When worth seems to depend on how someone else responds, every response weighs too much. Where in your life do you feel worth something without having to prove it?',
      'You seem to be asking whether you are enough. That question often carries an old voice, one that was there long before {person|the people in your life now}. Whose voice does it sound like?',
      'There is honesty in how you look at yourself. Wanting to grow and feeling not good enough can look alike, but one comes from care and the other from fear. Which of them is leading at the moment?',
      'Insecurity tends to narrow the picture until only the missing parts are visible. The rest is still there, only out of view. What would a kind friend point to that you have stopped seeing?'
    ],
    HIGH: [
      'Wanting to stand on firmer ground with yourself is a good wish. You might keep a short list for a while of moments when you acted in a way you respect, however small. Reading it on a low day could balance the voice that only counts the misses.',
      'It makes sense to look for ways to feel stronger. You could notice the harsh sentence when it comes, write it down, and answer it as you would answer a dear friend. It might also help to consider which people leave you feeling larger, and to spend a little more time near them. Who comes to mind?',
      'That is a caring question to ask about yourself. You might consider one area in which you would like to depend less on {person|somebody else}, such as a decision, an evening or an interest, and make it yours again. Small proofs of this kind could build more than big resolutions.',
      'Growing in a relationship and growing for yourself can go together. You could pick one habit you would be proud of, such as listening to the end or saying what you feel, and practise it where it is easy first. Consider telling someone you trust about it, so that the effort is seen.'
    ]
  }
}
