import type { Topic } from '../topic.ts'

export const infidelity: Topic = {
  name: 'infidelity',
  related: ['trust', 'emotions', 'stay_or_leave'],
  people: ['partner', 'ex'],
  signs: {
    deep: [
      'cheated/cheating/cheats/cheater/cheaters, cheat on, <he> cheat, i cheat, did/would/might/will/may/does <he> cheat, an/the/his/her/their/my/emotional affair, affair with, had/having/have affairs/affair',
      'unfaithful/infidelity/adultery/mistress/adulterer, not faithful/loyal, slept/sleeping/sleep/sleeps with someone/another/other/somebody/his/her/my/a, slept/sleeping/sleep/sleeps with <friend>',
      'two timing/timed, sext+/sexting, behind my/her/his back, caught <them> with/kissing/in, <he> is/was seeing someone/another/somebody, other woman',
      'kissed/kissing another/someone/somebody/my/his/her, kissed a, messing/messed around, on tinder/bumble/grindr, found * dating app/profile/site, one night stand, lipstick/perfume on, condom/condoms, side chick/guy/piece, double life',
      'hooked up with'
    ],
    clear: ['another woman/man, with someone/somebody else, nudes/onlyfans, a married man/woman, faithful/loyal, with * best friend, in bed with, second phone, porn']
  },
  wordings: {
    LOW: [
      'When faithfulness comes into question, the ground under a relationship can feel suddenly thin. The {feeling|pain} in what you wrote makes sense. What is the hardest part to carry right now?',
      'That is a lot to hold, and I am glad you did not keep it only to yourself. Cheating, whether it happened or is feared, touches trust, pride and love all at once. Which of these hurts the most today?',
      'I am sorry that this is on your heart. Thoughts about it can circle day and night, and it is understandable if rest is hard to find. What thought keeps coming back?',
      'Something this painful about {person|a person so close} can shake even what felt certain. Whatever you feel about it, from rage to longing to nothing at all, is allowed. What is there when you look inside right now?'
    ],
    MEDIUM: [
      'It sounds as though something very basic between you has been shaken. After cheating, or the fear of it, people often grieve two things: what happened and the story they had believed in. Which of the two weighs more for you?',
      'There is deep hurt around faithfulness in what you share. Wanting closeness and wanting distance at the same time is common in this, and it can be confusing from the inside. How do the two show up in you?',
      'This seems to have touched how safe you feel with {person|the other person}. The mind often searches for more facts when what it longs for is to feel secure again. What would a bit more security look like for you?',
      'You are dealing with something that few people find easy to speak about. Cheating raises questions about the past and the future alike, and they do not all ask for an answer today. Which one is the most urgent for you?'
    ],
    HIGH: [
      'That is a painful thing to find a way through. You might consider taking it in stages: first some calm and support for yourself, then the questions you would like answered, and only later what it means for the relationship. Decisions made in that order could feel more like your own. Who could be at your side in the first stage?',
      'It makes sense to want clarity about this. You could write down what you know, what you suspect and what you fear, and keep the three apart. If you choose to talk with {person|the other person}, you might begin with how it is for you, and ask one open question rather than many at once.',
      'Faithfulness is a tender subject, and there is more than one honest way forward. You might consider what would allow trust to grow again: openness, time, changed habits, or help from a counsellor. If none of that seems possible, that could be a valuable answer as well.',
      'I hear how much this has stirred up. One thing that might help is to agree with yourself on a time for thinking about it and a time for leaving it alone, so that it does not fill the whole day. Then you could consider what honesty would look like from both sides, and what would make it possible for you to believe in it.'
    ]
  }
}

export const trust: Topic = {
  name: 'trust',
  related: ['communication', 'boundaries', 'closeness'],
  evenNegated: true,
  signs: {
    deep: [
      'trust issues/problems/issue, not trust/trusts/trusted, trust/trusts/trusted/trusting him/her/them/someone/people/anyone/anybody/each/again/my, trust * <close>',
      'no/lack/without/lost/broke/broken/break/rebuild/regain/earn/gain/build/lose/losing * trust, trustworthy/untrustworthy/distrust/mistrust, lie/lied/lies/lying to/about, lied/liar/liars',
      'is/am/are/keeps/keep/caught/been * lying, betray/betrayed/betrays/betrayal, forgive+/forgave/forgiven/forgiveness/forgiving, dishonest/dishonesty',
      'through/check/checks/checked/checking/read/saw/looked/looking/hides/hiding * phone/texts/messages, hid/hiding/hides/hidden/keeping/keeps/kept * from me/him/her/them, secretive, second/secret account/phone/bank, without telling/asking me, snoop+/snooped, spied/spying/stalk+, check/checking/track/tracking * location, who * texting',
      'broke/breaks/breaking/broken * promise/promises, he/she hid'
    ],
    clear: ['trust, keep/keeps/kept * secret, diary/journal, after/keeps/stop lying, honest/honesty, accuse+, suspect+/suspicious/suspicion, truth, promise+, found out, doubt+, old ways, hidden/hiding/hid, lies, deceive/deceived/fake, no reason not'],
    light: ['secret/secrets, phone, password/passwords, social media, believe']
  },
  wordings: {
    LOW: [
      'Trust is easy to overlook while it is there and impossible to overlook when it wavers. It makes sense that this brings up {feeling|unease}. What does the unsettled part of you keep watching for?',
      'It sounds as though honesty and trust are sitting heavily between you and {person|the other person}. Being on guard, or being doubted, takes a great deal of energy. What has that been like for you?',
      'There is something sore around trust in what you wrote. It is understandable to want solid ground before leaning on it again. When do you feel the doubt most strongly?',
      'Thank you for being so open about something delicate. Questions of honesty can make even small moments feel loaded. Which moment stays with you?'
    ],
    MEDIUM: [
      'Trust seems to be at the heart of this. It is usually built from many small kept promises rather than one big one, which is also why it mends slowly. Which small things have made it weaker or stronger for you?',
      'It sounds as though something is asking to be cleared up between you and {person|the person you have in mind}. Doubt can come from what is happening now, and it can also come from older hurts that have not quite healed. Which of the two do you recognise more?',
      'You seem to be looking for a way to feel sure again. Often people want more facts, when what would bring rest is feeling considered. What would help you to feel considered here?',
      'There is a difference between forgiving, trusting and forgetting, and they rarely arrive together. Noticing which one you are being asked for, or asking for, can make this clearer. Which is it for you?'
    ],
    HIGH: [
      'Rebuilding or finding trust is possible to think about step by step. You might begin with one concrete thing that would make a difference, such as being told about changes of plan, and ask for just that. Then you could watch together how it goes before adding the next. What would your one thing be?',
      'That is a fair thing to want help with. You could describe to {person|the other person} what you saw or heard, what it led you to think, and how that felt, keeping the three apart. It might leave more room for an honest answer than a conclusion would.',
      'It makes sense to take trust seriously. One approach could be to consider where it is strong, where it is thin and where it is gone, since it is seldom all or nothing. You might then decide which of these places is worth attention first.',
      'Honesty that has been shaken often comes back through consistency. You might consider agreeing on something small, regular and easy to keep, and leaving big promises aside for now. If guilt or an apology is part of it, naming the effect on the other person plainly, without explaining it away, could open a door.'
    ]
  }
}
