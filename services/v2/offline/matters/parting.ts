/** Endings: break-up, missing, wanting back, moving on, staying or going, distance, loss. */
import type { Matter } from '../matter.ts'

export const PARTING: readonly Matter[] = [
  {
    id: 'grief',
    pattern: /\b(?:passed away|funeral|widow(?:ed|er)?|miscarriage|grieving|bereave\w*|(?:husband|wife|partner|mother|mom|mum|father|dad|son|daughter|friend|brother|sister) (?:just )?died|lost (?:my|a|his|her|our) (?:husband|wife|mother|mom|mum|father|dad|son|daughter|baby|brother|sister|best friend|friend) ?(?:to|in|last|this|$)|(?:the loss|the death) of|(?:dad|father|mom|mother|brother|sister|friend|husband|wife)'s (?:death|suicide))\b/,
    about: 'this loss',
    validations: [
      'I am so sorry; there is nothing small about a loss like this.',
      'Grief keeps its own time, and whatever it feels like today is allowed.',
      'Missing someone this much is the shape that love takes now.'
    ],
    insights: [
      'Grief often comes in waves, and a calm hour does not mean that you love less.',
      'People around you may grieve in another rhythm, which can feel lonely even when they mean well.',
      'Sometimes what helps is not letting go but finding a place where the bond may stay.'
    ],
    questions: [
      'What would you like me to know about the one you lost?',
      'What moments of the day are the hardest?',
      'What memory is closest to you today?',
      'Who is beside you in this?'
    ],
    ideas: [
      'keep one small ritual that gives the bond a place, such as a candle, a walk or a letter',
      'tell people near you in plain words what helps and what does not',
      'let a hard day be a hard day, and plan only the next few hours',
      'talk with others who have lost someone, in a group or with a counsellor'
    ]
  },
  {
    id: 'get-back',
    isRomance: true,
    pattern: /\b(?:(?:get|win|want|wants|have|take|taking) (?:my |him|her|them|me)?(?:ex|ex-\w+|him|her|them|me)? ?back(?! at)|get(?:ting)? back (?:together|with)|back together|another chance with (?:him|her|my ex)|fall back in love|reconcil\w*|(?:go|going|went) back to (?:him|her)|on and off|on-off|fell for my ex again)\b/,
    about: 'this pull to be together again',
    validations: [
      'Hope and hurt are hard to tell apart when somebody still has a place in your heart.',
      'It makes sense that part of you is still turned towards what you had.'
    ],
    insights: [
      'Missing someone and being good together are two different things, and the first can be very loud.',
      'What drew you apart usually waits at the door when two people come back, so it may deserve a look before the reunion.',
      'Part of the longing may be for the person, and part for who you were back then.'
    ],
    questions: [
      'What is it that you miss most when you picture being together again?',
      'What would be different this time, as you imagine it?',
      'Which part of you hopes, and which part is careful?',
      'What did the ending teach you about what matters to you?'
    ],
    ideas: [
      'write two short lists, what you miss and what made it end, and read them side by side on a calm day',
      'let some weeks pass before reaching out, so that it comes from choice and not from ache',
      'say plainly what you hope for when you do talk, and take the answer at its word',
      'look for signs of change in what is done rather than in what is promised',
      'ask a friend who knew you both what they saw'
    ]
  },
  {
    id: 'moving-on',
    isRomance: true,
    pattern: /\b(?:mov(?:e|ing) on|get(?:ting)? over|got over|let(?:ting)? (?:go|him go|her go)|can't (?:stop thinking|forget)|i(?:'m| am)? still (?:love|miss|think about|in love with|have feelings|not over)|miss (?:him|her|them|my ex|us|being)|heal(?:ing)? from|haunt(?:s|ed))\b/,
    about: 'letting go',
    validations: [
      'Love does not stop on the day a relationship does.',
      'Missing somebody comes in waves, and there is no schedule for it.',
      'It says something good about your heart that this meant so much.'
    ],
    insights: [
      'Moving on is rarely one decision; it is more often a hundred small moments in which something else gets a little room.',
      'Sometimes we hold on to the pain because it is the last thread that still connects us.',
      'What hurts may be the future you had pictured as much as the person in it.'
    ],
    questions: [
      'What do you miss most, the person or how you felt with them?',
      'When does the missing come, and what is around it?',
      'What is the thing you never got to say?',
      'What has helped you through an hour of it, even a little?'
    ],
    ideas: [
      'give the memories a fixed half hour and a place, so that they ask for less of the rest of the day',
      'mute the reminders you can mute, for a while, as a kindness to yourself',
      'write the letter you will not send, with everything in it',
      'fill one evening a week with something that belongs only to your new life',
      'tell a friend which hours are hardest, so somebody knows when to call'
    ]
  },
  {
    id: 'break-up',
    isRomance: true,
    themes: ['break_up'],
    pattern: /\b(?:br(?:oke|eak|eaking|oken) ?-?(?:up|it off|off)|breakup|break up|split up|dumped|divorc\w*|separat(?:ed|ion|ing)|left me|leaving me|(?:he|she|they) (?:left(?= me| us|$| after| last| without| for )|moved out)|heart ?broken|heartbreak|ended (?:it|things|our|my)|our relationship ended|(?:taking|on) a break|my ex\b)/,
    about: 'this ending',
    validations: [
      'An ending like this takes away a person and a whole everyday life at once.',
      'It makes sense that the world feels unfamiliar for a while.',
      'There is no right way to feel after something like this.'
    ],
    insights: [
      'After a break-up the mind tends to replay the good scenes, while the reasons for the ending stay out of the picture.',
      'Grief and relief can live in the same heart, and neither cancels the other.',
      'Part of the ache is often the loss of the small habits that held the day together.'
    ],
    questions: [
      'What is the hardest part of the day right now?',
      'What do you find yourself missing that you did not expect?',
      'What do you keep replaying in your mind?',
      'What does your heart keep asking?'
    ],
    ideas: [
      'keep the first weeks simple: sleep, meals, one walk, one person to talk to',
      'agree with yourself on how much contact is kind to you for now',
      'put into words what this relationship gave you and what it took, so that both have a place',
      'take one corner of your home or your week and make it yours again',
      'hold off the big decisions until the first wave has passed'
    ]
  },
  {
    id: 'ending',
    isRomance: true,
    pattern: /\b(?:how (?:do|can|should|would) i|how to|way to|want to|going to|need to) (?:break up|break it off|end (?:it|things|my|this|our)|leave (?:him|her|them|my)|divorce)\b|\btell (?:him|her|them|my \w+) (?:that )?it's over\b/,
    about: 'ending it with care',
    validations: [
      'Wanting to end something with care shows how much it has meant.',
      'It is hard to be the one who says it, even when you are sure.'
    ],
    insights: [
      'The sadness of ending something yourself is easily overlooked, and it is real.',
      'Sometimes we wait for a perfect moment because we wish that nobody had to be hurt.',
      'Being clear can be kinder than being soft, since it leaves no one waiting.'
    ],
    questions: [
      'What makes you sure, and what still holds you?',
      'What are you most afraid of in that moment?',
      'How would you like to look back on the way it ended?',
      'What do you wish to leave with {them}?'
    ],
    ideas: [
      'choose a private, calm moment with time afterwards, in person if that is safe for you',
      'keep it short and clear, with your own reasons and without a list of faults',
      'think about the practical things beforehand, such as where each of you sleeps that night',
      'let someone close know when it will be, so that you are not alone afterwards',
      'allow for a silence or for tears without taking the decision back in the same hour'
    ]
  },
  {
    id: 'stay-or-go',
    isRomance: true,
    pattern: /\b(?:stay or (?:go|leave)|(?:half|part) of me wants|should i (?:stay|leave|end|break|divorce)|(?:if i should|want to|whether to|(?<!going )to) end (?:it|things|my|this|our|the)|(?:want to|thinking (?:of|about)|whether to|ready to|can't|if i|how to|time to) (?:leave|leaving) (?:him|her|them|my)|worth (?:saving|it|fighting|staying)|walk away|want out|want a divorce|call it quits|give up on (?:us|him|her|this)|file for)\b/,
    about: 'this question of staying or going',
    validations: [
      'Standing between staying and going is exhausting, because every day asks the question again.',
      'It makes sense to be torn when there is something to lose on either side.'
    ],
    insights: [
      'Being torn often means that two things you value are pulling in different directions, not that you are weak at deciding.',
      'Sometimes the choice looks like staying or going while the real one is whether things can change.',
      'Fear of the empty place afterwards can be louder than the wish to stay, and it may be worth telling the two apart.'
    ],
    questions: [
      'If nothing changed in the next year, how would that be for you?',
      'What would you be sad to lose, and what would you be glad to put down?',
      'On the days when it feels clearer, which way do you lean?',
      'What are you hoping will happen, deep down?'
    ],
    ideas: [
      'picture an ordinary Tuesday a year from now in each version, and notice what your body says',
      'name the one or two things that would make staying good, and say them out loud to {them}',
      'give it a time, such as six weeks, in which both of you really try, and look again afterwards',
      'separate the fear of being alone from the wish to be together by writing a page on each',
      'talk it through with somebody who has no stake in the answer'
    ]
  },
  {
    id: 'distance',
    isRomance: true,
    themes: ['long_distance'],
    pattern: /\b(?:long[- ]distance|moved away|moving away|far away|(?:hours|miles|countries|cities) (?:away|apart)|different (?:countries|cities|states|time zones?)|deployed|deployment|business trip|abroad|overseas|out of town|time zones?|(?:he|she) (?:lives|is) in another)\b/,
    about: 'the distance between you',
    validations: [
      'Loving someone across a distance asks for a lot of patience on the evenings when you just want them near.',
      'Missing somebody who is not gone, only far, is its own kind of ache.'
    ],
    insights: [
      'With distance, the small everyday moments go missing first, and they are often what closeness is made of.',
      'When calls are all you have, each one carries a great deal of weight, and a short one can feel like a verdict.',
      'An end to the distance, even a far one, can make the waiting feel very different.'
    ],
    questions: [
      'When do you feel the distance most?',
      'What do the two of you do that makes it feel smaller?',
      'What do you miss that no call can replace?',
      'How do you picture the way from here?'
    ],
    ideas: [
      'share something small every day, like a photo of an ordinary moment, so that life stays common ground',
      'plan the next time you see each other, even if it is far off, so that the waiting has an edge',
      'talk about when and how the distance could end, since a shared picture carries both of you',
      'agree on what each of you needs from calls, because more is not always closer',
      'do something at the same time, such as cooking the same meal or watching the same film'
    ]
  }
]
