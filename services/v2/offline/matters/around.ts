/** The people around, worries about somebody, and not knowing. */
import type { Matter } from '../matter.ts'

export const AROUND: readonly Matter[] = [
  {
    id: 'substance',
    pattern: /\b(?:drink(?:s|ing)?|drunk|alcohol\w*|sober|liquor|bottles|addict\w*|drugs?|weed|rehab|relaps\w*|porn)\b/,
    about: 'this worry about somebody you care for',
    validations: [
      'Living beside a habit like that means waiting and watching a lot, and it is exhausting.',
      'You can care deeply and still be angry about what it does to the two of you.'
    ],
    insights: [
      'Next to a habit like this it is easy to lose sight of your own needs, because so much turns around the other person.',
      'A broken promise about it hurts twice: there is the thing itself and the hope that went with it.',
      'Love can stand beside somebody without carrying the whole weight for them.'
    ],
    questions: [
      'What is it like for you on the evenings when it happens?',
      'What have you been carrying alone in this?',
      'What scares you most about it?',
      'How was it to find that out?'
    ],
    ideas: [
      'choose a sober, quiet moment and speak of what you see and how it feels',
      'look for a group for families and partners, where nobody needs the background explained',
      'decide what you will do for your own peace on such evenings',
      'say clearly which help you can offer and which you cannot'
    ]
  },
  {
    id: 'supporting',
    pattern: /\b(?:help (?:my|him|her) (?:boyfriend|girlfriend|husband|wife|partner|friend|ex)|support (?:him|her|them|my)|(?:he|she|husband|wife|boyfriend|girlfriend|partner)(?:'s| is| has been| gets)? (?:very |so |always |really |severely )?(?:depressed|sick|ill|grieving|struggling|stressed)|lost (?:his|her) job|(?:his|her|my partner's) (?:depression|anxiety|illness|grief|mental health)|takes? (?:medication|medicine)|be there for|has (?:depression|anxiety|ptsd|adhd|cancer)|how to help)\b/,
    about: 'standing by someone who is struggling',
    validations: [
      'Watching someone you love struggle can leave you feeling helpless and tired at once.',
      'Your care is easy to hear, and your own limits matter as well.'
    ],
    insights: [
      'Being there often helps more than finding the right words, even when it feels like doing nothing.',
      'When one person is low, the other can slowly stop mentioning their own needs, and both may miss that.',
      'You can be a support without being the only one.'
    ],
    questions: [
      'How are you, yourself, in all of this?',
      'What is the hardest thing to watch?',
      'What do you wish you could say to {them}?',
      'Who takes care of you while you take care of someone else?'
    ],
    ideas: [
      'ask {them} whether company, a practical hand or just quiet would be good today',
      'keep one or two hours in the week that are only yours',
      'offer to look together for a professional, and leave the pace open',
      'say that you are there and that you also get tired, both in one sentence'
    ]
  },
  {
    id: 'family',
    themes: ['family'],
    pattern: /\b(?:in-?laws?|mother[- ]in[- ]law|father[- ]in[- ]law|(?:my|his|her) (?:mother|mom|mum|father|dad|parents|family|sister|brother|siblings?)|(?:parents|family) (?:disapprove|don't like|doesn't like|hate))\b/,
    about: 'the family around this',
    validations: [
      'With family, love and loyalty and old roles all get tangled, so no wonder this is hard.',
      'Standing between people you love is a lonely place.'
    ],
    insights: [
      'In family conflicts people often slip back into the part they played years ago.',
      'A couple sometimes needs its own "we" before it can be kind and clear towards both families.',
      'Disapproval may be worry in a poor disguise, and it still stings.'
    ],
    questions: [
      'Where do you feel pulled the most?',
      'What do you wish your family could see?',
      'What would feeling supported look like here?',
      'What part do you find yourself playing when it gets tense?'
    ],
    ideas: [
      'agree first between the two of you on what you want, and let each speak to their own side',
      'choose one sentence that is kind and clear, and keep to it without arguing',
      'make visits shorter and better, rather than long and strained',
      'ask what the worry behind the disapproval is, and answer only that',
      'leave the topics that always burn for another time, and build on something that works'
    ]
  },
  {
    id: 'friends',
    isBroad: true,
    pattern: /\b(?:best friend|(?:my|his|her|our) friends?|friendship|friend group|roommate)\b/,
    about: 'this friendship',
    validations: [
      'Friends hold such a piece of our life that a crack there really hurts.',
      'It makes sense that this has stayed with you.'
    ],
    insights: [
      'Friendships rarely have a word for their crises, which makes the hurt harder to place.',
      'When a friend\'s life changes, closeness may need a new form before it feels close again.',
      'Feeling replaced and wishing someone well can be true together.'
    ],
    questions: [
      'What did this friendship feel like when it was at its best?',
      'What do you miss most right now?',
      'What would you like to be able to say?',
      'How did it change between you?'
    ],
    ideas: [
      'tell them that you miss them, before you mention what went wrong',
      'suggest something you both used to enjoy, short and easy',
      'say how it felt to you and ask how it was on the other side',
      'let the friendship be smaller for a time without closing the door',
      'spend some of that warmth on other people as well'
    ]
  },
  {
    id: 'red-flags',
    isBroad: true,
    isRomance: true,
    themes: ['red_flags'],
    pattern: /\b(?:red flags?|gut feeling|(?:something|things) (?:feels?|is|are|seems?) (?:off|wrong|weird)|warning signs?|too good to be true|love ?bomb\w*|instinct)\b/,
    about: 'this uneasy feeling',
    validations: [
      'An uneasy feeling deserves to be listened to, even before it has words.',
      'It is unsettling when your gut and your hopes say different things.'
    ],
    insights: [
      'A gut feeling gathers small things that the mind has not lined up yet.',
      'One odd moment may mean little, while a pattern tends to speak for itself over time.',
      'How someone responds when you voice a doubt can be more telling than the thing you doubted.'
    ],
    questions: [
      'What was the moment when it first felt off?',
      'What does your body do when you are together?',
      'What have you been explaining away?',
      'What would you think if a friend told you this?'
    ],
    ideas: [
      'write down what you saw and heard, without the explanations, and read it a week later',
      'voice one small doubt and watch how it is received',
      'slow the pace and see whether that is respected',
      'talk to someone who knows you well about what you notice'
    ]
  },
  {
    id: 'unsure',
    isBroad: true,
    isRomance: true,
    themes: ['confusion'],
    pattern: /\b(?:confus\w*|mixed feelings|don't know (?:what|how) (?:i|to) feel|what (?:i|do i) (?:feel|want)|don't know what i want|so lost|feel lost|i(?:'m| am) lost|numb|what is wrong with me|doubts?|not sure (?:how|if|what) i)\b/,
    about: 'not knowing what you feel',
    validations: [
      'Not knowing is uncomfortable, and it is an honest place to be.',
      'Feelings do not always arrive one at a time, so it makes sense that it is hard to tell them apart.'
    ],
    insights: [
      'Confusion often means that two feelings are true at once and neither has been heard out yet.',
      'Sometimes we are not unsure what we feel but afraid of what it would mean.',
      'Clarity tends to come after a feeling has been given some room rather than before.'
    ],
    questions: [
      'If each of the feelings had a voice, what would the quieter one say?',
      'Where do you notice it in your body?',
      'When did it last feel clearer?',
      'What are you hoping the answer is?'
    ],
    ideas: [
      'write for ten minutes without stopping, beginning with "part of me"',
      'put off the decision for a while and collect moments in which you felt light or heavy',
      'say it aloud to someone who will only listen',
      'imagine that each answer were already true for a day, and notice what changes in you'
    ]
  }
]
