/** Being unheard, shut out, criticised, lied to, betrayed. */
import type { Matter } from '../matter.ts'

export const HURT: readonly Matter[] = [
  {
    id: 'betrayed',
    isRomance: true,
    themes: ['infidelity'],
    pattern: /\b(?:cheat(?:s|ed|ing)?|affair|infidelity|unfaithful|(?:slept|sleeping|sleeps) with (?:someone|another|my|her|his|other|a)|having sex with (?:someone|another)|other woman|other man|betray(?:ed|al|s)?)\b/,
    about: 'this breach of trust',
    validations: [
      'Something like that shakes the ground you stand on, so of course everything feels different now.',
      'A hurt like this reaches backwards too, into moments that used to feel safe.',
      'There is no tidy way to feel after that, and anger, grief and love can all turn up in the same hour.'
    ],
    insights: [
      'After a betrayal there are often two losses at once: the trust in the other person, and for a while the trust in your own sense of things.',
      'Wanting answers and not wanting to hear them can sit side by side for quite some time.',
      'Often it is less the act than the hiding that keeps hurting, because it makes you wonder what else was real.'
    ],
    questions: [
      'What part of it do you keep going back to?',
      'What has been the hardest moment since you found out?',
      'When it is quiet, what is the feeling that comes up first?',
      'What would you most want {other} to understand about what this has done to you?'
    ],
    ideas: [
      'give yourself time before any big decision, since the first weeks rarely show the whole picture',
      'write down which questions you truly want answered and which would only feed the pain',
      'tell one person you trust what happened, so that you are not holding it alone',
      'think about what would have to be visible, week after week, for trust to have a chance',
      'name one thing you want from {them} in the coming days, and watch whether it happens'
    ]
  },
  {
    id: 'lied-to',
    pattern: /\b(?:(?:he|she|they|boyfriend|girlfriend|husband|wife|partner|ex|friend)(?:'s| has| had| keeps| always| kept| just| is)? (?:been )?(?:lie|lied|lies|lying|hiding|hid|hides)|lied to me|lies to me|lying to me|(?:his|her|their) lies|keeps? secrets|i know (?:he|she|they) (?:wasn't|didn't|isn't|weren't)|(?:won't|doesn't|didn't) tell me the truth|dishonest)\b/,
    about: 'not being told the truth',
    validations: [
      'When the truth turns out to be something else, it is natural to start doubting even the small things.',
      'Being kept in the dark by somebody close hurts in a way that is hard to shake off.'
    ],
    insights: [
      'A lie often costs more than the thing it covered, because it leaves you guarding yourself where you used to relax.',
      'Perhaps the question underneath is whether you can lean on what you are told from here on.',
      'It can be tiring to become a detective in your own relationship when all you wanted was to believe.'
    ],
    questions: [
      'What has it changed in how you are with {them}?',
      'Which part stings more, what was hidden or that it was hidden?',
      'How is it for you to sit with not knowing the whole story?',
      'What would honesty look like, if it were really there?'
    ],
    ideas: [
      'say what you know and how it landed, and then leave a silence for the answer',
      'ask for the one piece of truth that matters most to you, rather than for everything at once',
      'notice whether honesty grows when you make room for it, since that tells you more than promises',
      'decide quietly for yourself what you can live with and what you cannot, before you talk'
    ]
  },
  {
    id: 'unheard',
    pattern: /\b(?:(?:never|doesn't|don't|does not|won't|not) (?:really |ever |even )?(?:listen|hear|understand|get)(?:s|ing)? ?(?:to )?me|(?:never|doesn't|won't|not) (?:listen|listening)|never listens|talking to (?:a|the) (?:brick )?wall|unheard|not (?:being )?heard|feel (?:so )?invisible|rolls? (?:his|her|their) eyes|(?:brushes|dismiss(?:es)?|laughs) (?:me |it )?off|dismisses|takes me for granted|taken for granted|unappreciated|doesn't appreciate)\b/,
    about: 'not feeling heard',
    validations: [
      'Saying the same thing again and again to someone who does not take it in is truly wearing.',
      'It is lonely to speak and feel that nothing arrives.',
      'Wanting to be heard by someone who matters to you is not asking for too much.'
    ],
    insights: [
      'Under the wish to be listened to there is often a deeper one: to know that what moves you matters to the other person.',
      'Sometimes the words get louder while the real message, the soft one underneath, gets harder to hear.',
      'It may be less about agreement than about seeing in the other face that something landed.'
    ],
    questions: [
      'What do you most wish would be heard?',
      'What happens in you at the moment you notice that nobody is listening?',
      'When did you last feel truly listened to?',
      'If {other} could really hear one sentence of yours, which one would it be?'
    ],
    ideas: [
      'pick a calm moment and say just one thing, in one or two sentences, before the list grows',
      'ask for listening first: "I am not looking for a fix, only for you to hear this"',
      'invite {them} to say back what was heard, and do the same in return',
      'describe how it feels to be alone with it, rather than what was done or not done',
      'write the heart of it in a short note, where no interruption can get in the way'
    ]
  },
  {
    id: 'shut-out',
    pattern: /\b(?:silent treatment|(?:won't|doesn't|didn't|not|stopped|refuses to|hasn't) (?:even )?(?:talk|talking|speak|speaking|text|texting|texted|reply|replied|answer|answering|respond)(?: to me| me| back)?|(?:won't|doesn't|didn't|never) calls? (?:me|back)|changes? the subject|avoid(?:s|ing)? (?:me|the|it)|would just talk|shuts? (?:me out|down)|pull(?:s|ed|ing)? away|(?:so|very|being|become|gets|been|really|more) (?:distant|cold)|ghost(?:ed|ing|s)?|ignor(?:es|ed|ing) (?:me|my)|left (?:me )?on read|stonewall\w*|withdraw(?:s|n)?|gives? me the cold shoulder|barely (?:talks|speaks|texts))\b/,
    about: 'this silence',
    validations: [
      'Silence from someone you care about leaves so much room for worry.',
      'Being shut out can hurt as much as any sharp word.',
      'It is hard to stay calm when the other side goes quiet and you are left to guess.'
    ],
    insights: [
      'When one person goes quiet, the other often reaches harder, and both may end up feeling more alone.',
      'Silence can mean many things, and the mind tends to fill it with the one it fears most.',
      'For some people going quiet is a way of coping, which explains it and still leaves you outside the door.'
    ],
    questions: [
      'What do you find yourself imagining when it goes quiet?',
      'How does the silence feel in your body?',
      'What was it like between you before the quiet began?',
      'What would one small word from {them} mean to you right now?'
    ],
    ideas: [
      'send one warm, short message that asks for nothing more than a sign of where things stand',
      'agree on a pause with an end, such as talking again after dinner, so that quiet does not mean gone',
      'say what the silence does to you, without guessing at the reason for it',
      'fill the waiting with something that steadies you, so the phone is not the only thing in the room',
      'decide for yourself how long you are willing to wait, which gives you back a little ground'
    ]
  },
  {
    id: 'criticised',
    pattern: /\b(?:criticiz\w*|criticis\w*|nags?|nagging|nitpick\w*|puts? me down|belittl\w*|makes? fun of|laughs? at me|mocks?|humiliat\w*|insults? me|nothing i do is (?:ever )?(?:good|right|enough)|never (?:satisfied|happy with)|calls? me names|rude to me|compares? me|looks? down on me)\b/,
    about: 'all this criticism',
    validations: [
      'Being picked at by someone close wears down even a strong heart.',
      'It makes sense to brace yourself when a remark may come at any time.',
      'Small cuts add up, and it is fair that you feel each of them.'
    ],
    insights: [
      'When criticism comes often, home can start to feel like a place where one is graded instead of met.',
      'Behind a complaint there is sometimes a wish that never learned to say itself kindly, and that does not make the tone easier to take.',
      'It may help to separate the one remark that touched something true from the many that only hurt.'
    ],
    questions: [
      'Which remark has stayed with you the longest?',
      'How do you see yourself after a day like that?',
      'What would you love to hear instead, just once?',
      'What happens inside you when the tone changes?'
    ],
    ideas: [
      'say in the moment, calmly: "I want to hear this, and the tone makes it hard for me"',
      'ask what the wish behind the complaint is, since a wish is easier to answer than a verdict',
      'name one thing you do that goes unseen and say that you would like it to be noticed',
      'step out of the room when it turns hurtful and come back to the subject later',
      'keep an eye on how you feel about yourself over the weeks, and share that with someone you trust'
    ]
  },
  {
    id: 'let-down',
    pattern: /\b(?:stood me up|(?:kept|keeps|left|keep) (?:me )?waiting|always late|(?:shows?|showed) up late|cancel(?:s|led|ed|ling)?|forg(?:ot|ets) (?:my|our|about|to|it)|let(?:s|ting)? me down|disappoint\w*|(?:broke|breaks|breaking|keep|kept) (?:his|her|their|a|every) promises?|flak(?:y|ed|es)|no effort|never plans|bail(?:s|ed))\b/,
    about: 'being let down',
    validations: [
      'Being left waiting, in whatever way, says "later" to something that mattered to you now.',
      'It is fair to be disappointed when you had counted on it.',
      'A small let-down can hurt a lot when it touches the wish to matter.'
    ],
    insights: [
      'It is often less the missed hour than the question it leaves, how much one counts.',
      'What is a slip to one person can be a sign to the other, and neither may know how the other reads it.',
      'Disappointment that is never said tends to add up quietly.'
    ],
    questions: [
      'What had you been looking forward to?',
      'What did it tell you, in that moment, about your place?',
      'What would have made it a little better?',
      'Does it stand alone, or is it one of many?'
    ],
    ideas: [
      'say how you had looked forward to it before you say what went wrong',
      'tell {them} which promises matter most to you, so that the important ones stand out',
      'ask what got in the way, and listen for whether it is a reason or a habit',
      'agree on a quick message whenever plans change',
      'make one plan that does not depend on anybody else, so that the evening stays yours'
    ]
  },
  {
    id: 'control',
    pattern: /\b(?:control(?:s|ling|led)|(?:checks?|checking|go through|goes through|going through|went through|looked through|look through|spy|spies|spying|hack|track|tracking|read|reading) (?:on )?(?:my|his|her|their|him|your|someone|someone's|the) ?(?:phone|messages|texts|location|emails?|dms|account|boyfriend|girlfriend|wife|husband)?|(?:won't|doesn't|don't|not) let me|(?:not )?allowed to|get back at (?:him|her|them)|get even|make (?:him|her|them) (?:jealous|pay|suffer|regret)|follow (?:him|her) around)\b/,
    about: 'this question of trust and freedom',
    validations: [
      'When freedom and closeness start to pull against each other, it is natural to feel uneasy.',
      'Watching or being watched takes the rest out of a relationship.',
      'It makes sense that you want to feel safe and free at the same time.'
    ],
    insights: [
      'Checking can calm a fear for an hour, and yet it rarely brings the feeling of being chosen.',
      'Closeness that leaves no room to breathe often has fear behind it, and the fear does not make it lighter to live with.',
      'How free you feel to say no can tell you a good deal about how safe things are.'
    ],
    questions: [
      'What would feeling safe with each other look like to you?',
      'What do you notice in yourself just before it comes to that?',
      'Where do you feel most free at the moment?',
      'What is the fear that sits underneath?'
    ],
    ideas: [
      'put the worry itself into words instead of looking for proof in secret',
      'notice which of your own choices have become smaller, and tell somebody outside about it',
      'agree together on what stays private for each of you, so that trust has clear edges',
      'keep your own friends and plans alive, since they help you see clearly',
      'think it through with a counsellor or another trusted person if you ever feel afraid of a reaction'
    ]
  }
]
