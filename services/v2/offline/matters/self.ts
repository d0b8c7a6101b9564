/** One's own heart: guilt, worth, opening up, loneliness, boundaries, strain, joy. */
import type { Matter } from '../matter.ts'

export const SELF: readonly Matter[] = [
  {
    id: 'own-mistake',
    pattern: /\b(?:i (?:always |have |just |recently |also )?(?:lie|lied|cheated|slept with|kissed|had an affair|betrayed|messed up|screwed up|ruined|hurt (?:him|her|them|my)|broke (?:his|her|their) (?:heart|trust)|regret|said (?:something|things|some))|i(?:'m| am) (?:so )?(?:sorry|ashamed|guilty)|i feel (?:so |really )?(?:guilty|ashamed|awful about|bad about|terrible about)|my (?:mistake|fault)|apologi[sz]e|make it up to|forgive me|my guilt)\b/,
    about: 'what happened',
    validations: [
      'It takes honesty to look at this, and it shows that the other person matters to you.',
      'Feeling bad about it says something about your values, and they are still there.',
      'Carrying something like that inside is heavy.'
    ],
    insights: [
      'Guilt can point the way to repair, while shame mostly tells us to hide; it may be worth noticing which of them is speaking.',
      'A lie often protects something tender, such as the fear of being seen and not loved.',
      'An apology tends to reach further when it names the hurt and leaves out the reasons.'
    ],
    questions: [
      'What do you wish you had been able to say back then?',
      'What was the fear behind it?',
      'What weighs most when you think of it?',
      'What would making it right look like to you?'
    ],
    ideas: [
      'say plainly what you did and how you imagine it felt, and leave the reasons for later',
      'ask what would help, and be ready to hear that it takes time',
      'choose one promise that is small enough to keep every day',
      'look at what you were afraid of in that moment, so that next time the fear can speak instead',
      'treat yourself as fairly as you would treat a friend who told you this'
    ]
  },
  {
    id: 'worth',
    isBroad: true,
    isRomance: true,
    themes: ['self_worth'],
    pattern: /\b(?:not (?:good|pretty|smart|thin|attractive) enough|(?:good|pretty) enough|insecur\w*|self[- ](?:esteem|worth|confidence)|unlov\w*|worthless|ugly|i(?:'m| am| get)[a-z ]* (?:needy|clingy)|less of a (?:man|woman)|(?:scared|afraid|worried|terrified|fear)[a-z' ]{0,30} (?:leave|leaving|lose|losing|abandon\w*)|too much for|(?:so |too )?dependent|hate myself|inferior|not (?:as \w+ as|worthy)|be enough|am i enough|a burden|without (?:him|her) i|who i am without|attention i give)\b/,
    about: 'the way you see yourself in this',
    validations: [
      'It hurts to doubt yourself in the very place where you long to be loved.',
      'Needing closeness is not a flaw; it is part of loving.',
      'That inner voice can be so harsh, and it is not the whole truth about you.'
    ],
    insights: [
      'The voice that says "not enough" is often older than the present relationship.',
      'When worth hangs on one person\'s mood, every quiet day feels like a verdict.',
      'Asking for reassurance soothes for a moment, and still the deeper wish may be to believe it yourself.'
    ],
    questions: [
      'Whose voice does it sound like when you doubt yourself?',
      'When do you feel most at ease with who you are?',
      'What would you say to a friend who felt like this?',
      'What do you wish someone would see in you?'
    ],
    ideas: [
      'write down each evening one thing you did that you respect in yourself',
      'tell {them} what you feel when the doubt comes, and ask for a hug rather than for proof',
      'bring back one thing that was yours before this relationship',
      'notice the harsh inner sentence and answer it as you would answer for a friend',
      'spend time with people around whom you do not shrink'
    ]
  },
  {
    id: 'open-up',
    isBroad: true,
    isRomance: true,
    pattern: /\b(?:open(?:ing)? up|vulnerab\w*|my walls|walls (?:up|down)|push(?:ing|ed)? (?:people|him|her|them|everyone) away|express my(?:self| feelings)?|show my feelings|let (?:someone|people|anyone|him|her) in|scared of (?:love|intimacy|commitment)|afraid of (?:love|getting hurt|being hurt|intimacy)|get(?:ting)? close to|speak(?:ing)? up|bottle)\b/,
    about: 'letting someone close',
    validations: [
      'Walls are built for good reasons, and it takes courage to even speak of them.',
      'Wanting closeness and pulling back from it is a tug that many hearts know.'
    ],
    insights: [
      'The part that pushes away is often the part that was hurt, doing its best to keep you safe.',
      'Opening up can begin very small; trust usually grows from little truths that were received well.',
      'What feels dangerous may be less the feeling itself than the moment of waiting for the answer.'
    ],
    questions: [
      'What are the walls protecting?',
      'With whom have you felt safe to be seen, even a little?',
      'What happens inside when someone comes close?',
      'What is the smallest thing you would like to be known for?'
    ],
    ideas: [
      'begin with one small true sentence, such as "this is hard for me to say"',
      'tell {them} about the wall itself before you talk about what is behind it',
      'write it first and read it out, or let it be read',
      'choose a side-by-side moment, like a walk or a drive, where eyes can rest elsewhere',
      'pay attention to how a small truth is received, and let that decide how much more you share'
    ]
  },
  {
    id: 'lonely',
    isBroad: true,
    themes: ['loneliness'],
    pattern: /\b(?:lonel\w*|alone|isolated|no (?:friends|one to talk|body to talk)|(?:someone|somebody|anyone) to talk to|nobody (?:to|loves|wants|cares)|no one (?:to|loves|wants|cares|sparks)|by myself|single|forever alone|never (?:find|had a|been in a|been loved)|empty house|left out)\b/,
    about: 'this loneliness',
    validations: [
      'Loneliness is such a quiet pain, and it is no sign that something is lacking in you.',
      'Longing for someone who is really there is as natural as hunger.',
      'It takes something to say this out loud, and I am glad you did.'
    ],
    insights: [
      'Loneliness is not always about how many people are near; often it is about how much of you is known.',
      'It has a way of whispering that it will always be like this, and that is the mood speaking rather than the future.',
      'After being hurt, keeping away can feel safer and lonelier at the same time.'
    ],
    questions: [
      'When do you feel it most?',
      'What would it be like to be really known by someone?',
      'Who comes to mind when you think of a moment that was less lonely?',
      'What do you miss most: being touched, being talked to, or being expected somewhere?'
    ],
    ideas: [
      'send a short message to one person you have lost sight of, with no aim other than hello',
      'choose something weekly with the same people, because closeness grows from seeing each other again',
      'make the hardest hour of the day softer, with a call, music or a walk among people',
      'let one acquaintance know a little more of you than usual',
      'speak to yourself as a friend would, and be on your own side in it'
    ]
  },
  {
    id: 'boundaries',
    isBroad: true,
    themes: ['boundaries'],
    pattern: /\b(?:boundar\w*|say(?:ing)? no|people[- ]pleas\w*|personal space|need(?:s)? (?:some )?space|smother\w*|suffocat\w*|overstep\w*|respect my|takes advantage|walk(?:s)? all over|can't say no|pressur(?:e|es|ed|ing) me|invad\w*|me time|(?:clingy|needy) (?:girlfriend|boyfriend|partner|wife|husband)|(?:he|she)(?:'s| is) (?:so |too )?(?:clingy|needy))\b/,
    about: 'your own limits',
    validations: [
      'Wanting room for yourself does not take anything away from loving someone.',
      'It is tiring when your own limits keep moving for the sake of peace.'
    ],
    insights: [
      'A limit is less a wall than a door with a handle on your side.',
      'The guilt after saying no is often just how unfamiliar it feels.',
      'When a small no stays unsaid for long, it tends to come out later as anger or distance.'
    ],
    questions: [
      'Where do you feel it first when a limit of yours is crossed?',
      'What are you afraid would happen if you said no?',
      'What would a little more room give you?',
      'When did you last say no and feel all right?'
    ],
    ideas: [
      'begin with a small no in a place where little is at stake',
      'put it as a wish about yourself: "I would like an evening to myself, and I look forward to seeing you after"',
      'decide in advance what you will do if the limit is not kept, something that lies in your own hands',
      'take time before you say yes, with a sentence such as "let me come back to you on that"',
      'tell {them} what the limit protects, because it is easier to respect what one understands'
    ]
  },
  {
    id: 'strain',
    isBroad: true,
    pattern: /\b(?:overwhelm\w*|exhaust\w*|burn(?:t|ed)? out|too much|stress(?:ed|ful)?|can't (?:take|do|handle) (?:it|this)|so tired|breaking point|falling apart|stay strong|can't cope|drained|anxi\w*|panic\w*|overthink\w*|can't sleep|worr(?:y|ied|ying))\b/,
    about: 'everything you are carrying',
    validations: [
      'That is a lot for one heart, and it is no wonder that you are tired.',
      'When everything comes at once, even small things become heavy.',
      'Your worry makes sense; it shows how much is at stake for you.'
    ],
    insights: [
      'When strength runs low, the people we love most often get the least of us, and it is not for lack of love.',
      'A worried mind tries to solve everything tonight, although only a small part can be looked at today.',
      'Sometimes the strain is not one big thing but the lack of any place to put it down.'
    ],
    questions: [
      'Which part of it is the heaviest today?',
      'Where in the day do you get to put it down, even for a moment?',
      'What does the worry say when it is loudest?',
      'Who knows how much you are carrying?'
    ],
    ideas: [
      'sort it into what is for today, what can wait, and what is not yours to carry',
      'tell one person near you how full it is, and name one small thing that would help',
      'give the worry a fixed quarter of an hour with pen and paper, outside the bedroom',
      'take a few slow breaths before you answer or decide anything this evening',
      'let something be good enough this week'
    ]
  },
  {
    id: 'joy',
    isRomance: true,
    pattern: /^(?!.*(?:\b(?:but|then|until|though|however|not|never|without|used to|except)\b|n't\b)).*\b(?:so happy|really happy|happiest|excited|proposed (?:to me|yesterday|last|and)|said yes|got engaged|our anniversary|going (?:so |really |very )?well|grateful|best (?:thing|day|partner)|in love and|madly in love|finally (?:together|found)|good news|celebrat\w*|proud of (?:us|him|her|them)|amazing (?:partner|boyfriend|girlfriend|husband|wife|date))\b/,
    about: 'this happiness',
    validations: [
      'What a lovely thing to carry around with you.',
      'Joy like that deserves to be told, and I am glad you brought it here.',
      'It is good to hear the warmth in this.'
    ],
    insights: [
      'Good times are worth a closer look, because they show what the two of you do well without noticing.',
      'Sharing a joy with someone who is glad for you tends to make it last.',
      'Happiness can also bring a small fear of losing it, and both are allowed at the table.'
    ],
    questions: [
      'What makes it feel so good?',
      'What would you like to keep from this moment?',
      'Which small thing made you smile most?',
      'How have you let {them} know?'
    ],
    ideas: [
      'tell {them} exactly what made you happy, in detail, while it is fresh',
      'make a small ritual out of what works so well',
      'write a few lines about this time, for a day when you want to remember',
      'talk about what each of you would like to protect as things change'
    ]
  }
]
