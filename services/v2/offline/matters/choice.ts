/** Beginnings and choices: crushes, dating, two people, commitment, children, readiness. */
import type { Matter } from '../matter.ts'

export const CHOICE: readonly Matter[] = [
  {
    id: 'two-people',
    isRomance: true,
    pattern: /\b(?:choos(?:e|ing) between|between two|two (?:guys|men|women|girls|people)|feelings for (?:someone else|another|a coworker|my (?:friend|coworker|ex))|in love with (?:someone else|another|two)|who do i choose|torn between|met someone else|dating someone else)\b/,
    about: 'being torn between two people',
    validations: [
      'A heart that leans in two directions is not a bad heart; it is a divided one, and that is hard to live in.',
      'It makes sense that any choice feels like a loss right now.'
    ],
    insights: [
      'Sometimes two people stand for two sides of oneself, such as safety and aliveness, and the choice is partly about which side has gone hungry.',
      'Somebody new meets us without the dishes and the history, which makes a comparison tricky.',
      'Not choosing is a choice as well, and it can be the most tiring of them.'
    ],
    questions: [
      'What do you feel with each of them that you miss with the other?',
      'Who are you, as a person, beside each of them?',
      'What would you grieve most, whichever way it goes?',
      'What does the pull tell you about what has been missing?'
    ],
    ideas: [
      'look at each bond by itself first and ask whether you would choose it if the other did not exist',
      'write down what you long for and see which of it you could ask for where you are now',
      'give yourself a time without contact with one of them, so that your own voice gets louder',
      'think about what honesty would ask of you towards each of them, and when',
      'notice with whom you can be tired, plain and yourself'
    ]
  },
  {
    id: 'crush',
    isRomance: true,
    pattern: /^(?!.*\bex\b).*\b(?:crush(?:es)?|likes? me\b|if (?:he|she) likes|friend ?zone(?:d)?|make a move|mixed signals|unrequited|led (?:me )?on|leading me on|tell (?:him|her|them|my (?:best )?friend) (?:that )?i (?:like|love|have feelings)|ask (?:him|her|them|someone|a (?:guy|girl)) out|someone's heart|(?:make|get) (?:him|her|them|someone|\w+) (?:to )?(?:like|love|notice|fall for) me|(?:have|has|having|caught) feelings|fall(?:ing|en)? for (?:my|a|him|her|this))\b/,
    about: 'what you feel for someone',
    validations: [
      'It takes courage to care about someone before you know the answer.',
      'Not knowing where you stand can be sweet and painful at the same time.',
      'Reading between the lines all day is tiring, and so human when somebody matters.'
    ],
    insights: [
      'Where signals are mixed, feelings often are as well, and that says more about their readiness than about your worth.',
      'A crush shows you something about what you long for, whatever becomes of it.',
      'The waiting can be harder than an answer, because hope and fear take turns.'
    ],
    questions: [
      'What do you feel when you are around them?',
      'What would you love to happen next?',
      'What is it about this person that reaches you?',
      'What makes it hard to show what you feel?'
    ],
    ideas: [
      'say something small and true, such as "I like spending time with you", and see what comes back',
      'suggest one clear plan, at a place and a time, because a plan is easier to answer than a hint',
      'look at what this person does over a few weeks rather than at one message',
      'decide beforehand how you will be kind to yourself if the answer is no',
      'ask directly, once, how they see the two of you'
    ]
  },
  {
    id: 'love',
    isBroad: true,
    isRomance: true,
    themes: ['love'],
    pattern: /\b(?:(?:if|whether|know|is|am|was) (?:i'm |i am |it is |it's |this is |it |this |i )?(?:really )?(?:in love|love)\b|the one\b|soul ?mates?|(?:real|true) love|love or|love (?:him|her|them) (?:so much|more than|but)|what is love|love at first)/,
    about: 'love',
    validations: [
      'Loving somebody that much makes everything that happens weigh more.',
      'It makes sense to look closely at something this precious.'
    ],
    insights: [
      'Love tends to show itself less in the height of the feeling than in how two people treat each other on a grey day.',
      'Being in love and feeling safe with someone are two threads, and they do not always run at the same pace.',
      'Wanting to be certain is natural, and love may be one of those things that answer slowly.'
    ],
    questions: [
      'How does love feel to you when it is at its best?',
      'What do you like about yourself when you are together?',
      'What is your heart telling you, and what does your head say to it?',
      'When do you feel most loved?'
    ],
    ideas: [
      'look at how you feel after an ordinary day together, not only after a special one',
      'notice whether you can be tired, wrong or in a bad mood and still feel at home',
      'ask each other what makes you feel loved, and compare the answers with curiosity',
      'give it some time without testing it, and let what happens speak',
      'say what you feel in plain words and see how it is received'
    ]
  },
  {
    id: 'commitment',
    isRomance: true,
    pattern: /\b(?:commit(?:ment|ted|ting)?|define the relationship|what are we|(?:get|getting|got|gets) (?:married|engaged)|marry|marriage|wedding|propos(?:e|ed|al|ing)|meet (?:my|his|her) (?:friends|family|parents)|engagement|mov(?:e|ing) in(?: together| with)?|label|exclusive|official|doesn't want a relationship|situationship|call it a relationship|(?:the|our) future|next (?:step|level))\b/,
    about: 'the future of this relationship',
    validations: [
      'A step this size stirs up hopes and doubts together, and both are welcome.',
      'Wanting to know where you stand is a fair wish.'
    ],
    insights: [
      'Two people can love each other and still hear different things in the word commitment.',
      'Doubt before a big step is not always a warning; sometimes it is respect for how much it means.',
      'The outer step, a ring or a shared home, often stands for an inner one: to be each other\'s first choice.'
    ],
    questions: [
      'What would that step change for you, deep down?',
      'What does being committed look like in your everyday life?',
      'What are you afraid of, and what are you hoping for?',
      'How do the two of you speak about the future?'
    ],
    ideas: [
      'tell {them} what the next step means to you before you ask for it',
      'talk about the ordinary things, such as money, children, home and time, since they carry a shared life',
      'ask what commitment means to each of you, and listen for the differences with interest',
      'name a time by which you would like to know, kindly and without a threat',
      'look back at how you two have solved one hard thing together, because that is a good sign to go by'
    ]
  },
  {
    id: 'children',
    isRomance: true,
    pattern: /\b(?:(?:ready for|want|wants|having|have) (?:kids|children|a baby|another (?:child|baby))|pregnan\w*|co-?parent\w*|step(?:kids|children|mother|father|mom|dad|son|daughter|parent)s?|custody|newborn|introduc\w+ (?:my|our) (?:kids|children)|our (?:kids|children|son|daughter|baby))\b/,
    about: 'this question around children',
    validations: [
      'With children in the picture everything weighs more, so it makes sense that this goes deep.',
      'You can love being a family and still find this part hard.'
    ],
    insights: [
      'About children people rarely meet halfway, which makes it so important that each side is truly heard.',
      'Children often bring up how one was raised oneself, and two childhoods may be talking to each other here.',
      'When both are tired, it is easy to become a team of duties and to miss each other as a couple.'
    ],
    questions: [
      'What comes up in you when you picture it?',
      'What do you wish {other} knew about how this is for you?',
      'Which part of it feels heaviest?',
      'What matters most to you in it?'
    ],
    ideas: [
      'talk about fears and pictures first, and leave the yes or no for another day',
      'agree on one or two things that hold for the children whatever happens between the adults',
      'ask each other what you would carry over from your own childhood and what you would leave behind',
      'set aside a short time each week that is only for the two of you',
      'speak with parents you trust about the parts that nobody mentions'
    ]
  },
  {
    id: 'dating',
    isRomance: true,
    pattern: /\b(?:first (?:date|message|move)|(?:find|get|meet) (?:a (?:girlfriend|boyfriend|partner)|love|someone|people|the right)|dating (?:app|apps|someone|this|a)|tinder|hinge|bumble|talking stage|text (?:first|him|her|back)|second date|met (?:a|this|someone)|new (?:guy|girl|relationship|person)|(?:this|a) (?:guy|girl|man|woman) i|start(?:ed|ing)? dating|seeing (?:someone|this|a)|just (?:met|started)|double text)\b/,
    about: 'getting to know someone',
    validations: [
      'The beginning, with so little known yet, can be exciting and unsettling in one.',
      'It makes sense to be careful with your heart when you have only just met.'
    ],
    insights: [
      'Early on it is easy to wonder whether they like you and to forget to ask whether you like how you feel with them.',
      'How somebody handles a small no or a change of plan often says more than the sweetest message.',
      'Pace is a kind of compatibility too: some people open slowly and mean it.'
    ],
    questions: [
      'How do you feel after you have spent time together?',
      'What are you hoping this might become?',
      'What have you liked so far, and what gave you pause?',
      'What would it be like to be quite yourself there?'
    ],
    ideas: [
      'send the message you would be glad to receive, short and warm, and leave it there',
      'suggest something simple with an end, like a coffee and a walk, so that it stays light',
      'ask one question that you are truly curious about, and offer a little of yourself in return',
      'notice how your body feels before and after you meet, because it often knows early',
      'keep your week full of your own things, so that one reply does not decide the day'
    ]
  },
  {
    id: 'ready',
    isRomance: true,
    themes: ['readiness'],
    pattern: /\b(?:(?:am i|i'm not|i am not|not|feel|be|if i'm) ready|ready (?:to date|for (?:a|love|dating|something))|too soon|dat(?:e|ing) (?:again|after)|start over|take it slow|moving too fast)\b/,
    about: 'being ready',
    validations: [
      'Asking yourself whether you are ready shows respect for your own heart and for the other person.',
      'It makes sense to want something new and to flinch from it in the same breath.'
    ],
    insights: [
      'Ready rarely feels like certainty; more often it feels like being curious again, with some fear along.',
      'What has not healed tends to speak up in the first close moments, which can be a chance to know it better.',
      'There may be a difference between not ready yet and not with this person.'
    ],
    questions: [
      'What would ready feel like to you?',
      'Which part of you says yes, and which says wait?',
      'What are you protecting when you hold back?',
      'What would a gentle pace look like?'
    ],
    ideas: [
      'take one small step that you can take back, and see how you feel the day after',
      'tell the other person that you are going slowly, since the right one may be relieved',
      'ask yourself whether you are drawn to someone or away from loneliness',
      'write down what you learned from the last time and would like to do differently',
      'choose two signs that tell you it is too fast, and let them count'
    ]
  },
  {
    id: 'differences',
    isRomance: true,
    pattern: /\b(?:religio\w*|politic\w*|different (?:values|cultures?|backgrounds?|religions?|views|beliefs|love languages?|people|things)|values|compatib\w*|love languages?|age gap|older than|younger than|opposites?|nothing in common|introvert\w*|extrovert\w*|want different|open (?:the |our )?(?:relationship|marriage)|polyam\w*)\b/,
    about: 'how differently the two of you see things',
    validations: [
      'Loving someone who sees the world differently asks for a lot of translating.',
      'It makes sense to wonder whether love can carry a difference like this.'
    ],
    insights: [
      'A difference is often less of a problem than the feeling that one side has to win.',
      'Some differences are about taste and some about who you are, and it may help to know which kind this one is.',
      'What looks like a clash of values is sometimes one value in two dialects, such as loyalty shown in different ways.'
    ],
    questions: [
      'Where does the difference touch you most?',
      'What of yourself would you not want to give up?',
      'What do you admire in the way {they} might see it?',
      'When does the difference feel enriching, and when does it feel lonely?'
    ],
    ideas: [
      'ask each other for the story behind the view, and keep the debate for later',
      'sort what you differ on into "lovely", "fine" and "this matters to my core"',
      'find the value beneath each position, and look for a way that serves both',
      'agree on where each of you stays free to do it your own way',
      'talk through one real situation that is coming up rather than the principle'
    ]
  }
]
