import type { Topic } from '../topic.ts'

export const boundaries: Topic = {
  name: 'boundaries',
  related: ['communication', 'self_worth', 'values'],
  evenNegated: true,
  signs: {
    deep: [
      'boundary/boundaries, need+/wants/want/wanted/give/gives/giving/asked * space, personal space, say/saying/tell/telling no, say/saying no to, people pleaser/pleasing',
      'disrespect/disrespects/disrespected/disrespectful/disrespecting, not respect/respects/respected, cross+/overstep/oversteps/overstepped * line/limits, taken/takes/take/taking advantage',
      'clingy/needy/smothering/smothered/suffocating/suffocated/suffocates, too/so/less/way/more dependent, codependent/codependency/independence/independent, pressure+, me time',
      'my limits/privacy/independence/freedom, invades/invading/invade, uses/using/used me, walks/walk/walking * over me, always * my place/fault, doormat, asking/expecting too much, have to do everything, pushy'
    ],
    clear: [
      'space, privacy, respectful/respect, stand up for myself, expects/expect me, guilt trip/trips/tripping, freedom, too close, borrow/borrows/lend, uncomfortable, unannounced, overwhelming',
      'friendship with another, comes first'
    ],
    light: ['limits, demanding/demands, permission']
  },
  wordings: {
    LOW: [
      'It sounds as though a line that matters to you is being touched. Feeling {feeling|discomfort} there is not being difficult; it shows where you are tender. What does it feel like when the line is crossed?',
      'Wanting room and wanting closeness can live in the same heart. It makes sense that it is hard to hold both with {person|someone who matters}. Which one do you miss more at the moment?',
      'There is a quiet tiredness in giving more than feels right, or in wondering how much is too much. You are allowed to notice it. When do you notice it most?',
      'Thank you for bringing this up, since such things are often swallowed. Respect and space are deeply human wishes. What would being respected feel like in this?'
    ],
    MEDIUM: [
      'It sounds as though your limits, or somebody else\'s, are asking for attention. A boundary is less a wall than a description of where one person ends and another begins. Where is that place for you in this?',
      'You seem to be weighing kindness to others against kindness to yourself. Saying yes while feeling no tends to come back later as resentment. Where do you say yes and feel no?',
      'There is a wish for space or respect in what you share. Many people fear that a limit will cost them the relationship, although it often makes closeness safer. What do you fear would happen with {person|the other person}?',
      'Discomfort can be a useful signal here. It often shows up in the body before it finds words. What does yours try to tell you, and when?'
    ],
    HIGH: [
      'It makes sense to want clearer lines. You might begin with one that is small and concrete, and say it as information about yourself: what is fine for you, what is not, and what you would like instead. Keeping it short and kind could make it easier to repeat.',
      'Finding a balance between closeness and space is something two people can talk about. You could tell {person|the other person} what fills you up and what drains you, and ask the same in return. You might then look for one arrangement that serves both. Where would you like more room first?',
      'That is a good thing to work on. You might consider noticing, for a while, each time you agree to something and your body disagrees. Buying time with a sentence like "let me think about it" could give you room to answer more truly.',
      'Limits work best when they are about what you will do rather than about what another is allowed. You could prepare one sentence of that kind and picture a calm moment for it. If someone reacts strongly, you might consider staying with the same sentence instead of adding reasons.'
    ]
  }
}

export const redFlags: Topic = {
  name: 'red_flags',
  related: ['boundaries', 'trust', 'stay_or_leave'],
  people: ['partner', 'ex', 'family', 'friend'],
  evenNegated: true,
  signs: {
    deep: [
      'red flag/flags, redflag/redflags, warning sign/signs, toxic, manipulate/manipulates/manipulated/manipulating/manipulative/manipulation, gaslight/gaslights/gaslighting/gaslighted/gaslit',
      'controlling/controls/controlled/control me/my/him/her/them, controlling, narcissist/narcissistic/narcissism, love bombing/bombed, isolates/isolating me, not let/allow/allows/want me',
      'track+/tracking my/me, threatens/threatened/threatening to, unhealthy, walking on/eggshells, eggshells, too good to be, should i be * worried/concerned',
      'hurtful/mean/cruel/nasty/awful things/words/comments, insults/belittles/belittle/belittling/humiliates/mocks/degrades, puts/put/putting me down, question my sanity, is * normal/healthy, jekyll',
      'he/she will be/leave gone/me if, negative words, made/makes fun of me, tells/telling/told me what/how/who, how i dress, what i wear, slams/slammed/slam, change how/who/what i/me, threw/throws'
    ],
    clear: [
      'concerning/concerned, drinking/drinks/drunk/alcohol/alcoholic/drugs/gambling/gambles/addict/addicted/addiction, temper/anger issues, safe/unsafe, warning, bad feeling, gut feeling/tells/says',
      'feels off, something * off/wrong, irritating/teachable, jokes about me, bad situations/men, moody, spies/spying/monitors'
    ]
  },
  wordings: {
    LOW: [
      'Something in this has made you take notice, and that inner signal deserves respect. It makes sense to feel {feeling|unease} when care and hurt come from the same direction. What was the moment that stayed with you?',
      'It sounds as though part of you is on watch. Being careful around {person|someone close} takes a good deal of strength, day after day. What is it like to live with that?',
      'I am glad you said this out loud. When something does not feel right, it can be hard to trust one\'s own sense of it, and yet that sense is there for a reason. What does it say?',
      'There is worry in what you wrote, and it has a right to be heard. Nothing here asks you to be certain. How safe and how much like yourself do you feel in this?'
    ],
    MEDIUM: [
      'You seem to be asking whether what you see is a warning. A single moment can have many reasons, while a pattern usually says more. What repeats itself, as you see it?',
      'It sounds as though something feels off and you are looking for words for it. A helpful measure is often how free one feels to say no, to disagree, or to see other people. How free do you feel there with {person|this person}?',
      'There is a tension here between giving the benefit of the doubt and trusting your own sense. Both can be kind, and the second is kind to you. What does your own sense return to?',
      'Noticing such things does not make anyone disloyal. Often the body reacts first, with a tight stomach or careful words. When do you notice that you become careful?'
    ],
    HIGH: [
      'It is wise to take a closer look. You might write down what happened, in plain facts and with dates, and read it a few days later as if a friend had written it. Consider how often it occurs, what happens when you object, and whether you feel freer or smaller over time.',
      'That is an important question. You could think about four signs that tend to matter: respect for a no, honesty, room for your friends and family, and repair after hurt. Where several are missing, talking with someone you trust might be worth more than another talk with {person|the person concerned}. Which one stands out to you?',
      'Trusting your own sense is a good place to begin. You might name the behaviour that troubles you, say calmly how it affects you, and watch what follows in actions. If speaking up feels risky, that could be valuable information in itself, and a helpline or a trusted person might help you think it through.',
      'There can be reasons to be careful without having all the answers. You might consider what you would advise a younger friend who described the same, and what would help you feel safer this week. Keeping your own contacts, plans and money in reach could give you room, whatever you decide later.'
    ]
  }
}
