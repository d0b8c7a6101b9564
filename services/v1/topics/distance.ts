import type { Topic } from '../topic.ts'

export const longDistance: Topic = {
  name: 'long_distance',
  related: ['closeness', 'communication', 'loneliness'],
  people: ['partner', 'friend', 'family'],
  signs: {
    deep: [
      'long distance, move+/moving/moved/relocate/relocating/relocated/relocation away/abroad/overseas/cities/states/countries/country/across/far, live+/living * far/apart/abroad/overseas',
      'hours/miles/kilometers/thousands/oceans apart/away, different/another/other city/country/state/cities/countries/states/continent/continents, time zone/zones/difference, deployed/deployment',
      'met online, never met * person, leaving for college/university/work/the, leaving for the army/military/navy, in the army/military/navy, far away, distance between us, the distance, see each other * month/months/weeks/year/rarely'
    ],
    clear: ['<he> moved/moves/moving to, business trip, out of town, away for/on, far apart, visa, we live, lives in, different cities, works away/offshore, video call/calls, facetime, going away, moved away'],
    light: ['apart, abroad, distance']
  },
  wordings: {
    LOW: [
      'Caring across a distance means carrying closeness in the heart and absence in the day. It makes sense that this brings up {feeling|longing}. When do you feel the miles the most?',
      'It sounds as though space between you and {person|someone dear} has become very real. Missing a person in the small moments can be harder than in the big ones. What moment was it lately?',
      'There is something bittersweet in loving from afar. Every hello has a goodbye somewhere behind it, and that takes strength. What is it like for you at the moment?',
      'Being apart asks a lot of patience from a heart. Whatever you feel about it, from pride to weariness, belongs here. What weighs most on you today?'
    ],
    MEDIUM: [
      'The distance seems to ask a great deal of you both. Often it is not the miles that hurt most but the feeling of not being part of each other\'s ordinary days. Which part of the ordinary do you miss?',
      'It sounds as though being apart leaves room for questions to grow. Silence on a screen is easily filled with guesses, because there is no face to read. What do your guesses tend to say?',
      'You seem to care about keeping something alive over a distance. Knowing what the distance is for, and roughly when it ends, can change how it feels. How clear is that for you and {person|the other person}?',
      'Closeness from afar has its own language, and two people do not always speak it the same way. One counts calls and another counts words. What tells you that you are close?'
    ],
    HIGH: [
      'Keeping closeness over a distance is something you can shape together. You might agree on a rhythm that fits both lives, on one shared thing a week that is not only talking, and on a next date to look forward to. Which of the three would change the most for you?',
      'That makes sense to ask. You could tell {person|the other person} which kinds of contact feel nourishing and which feel like duty, and hear their side. It might turn out that fewer but warmer moments suit you both.',
      'Distance tends to go better with a shared picture of where it leads. You might consider talking about how long it is meant to last, what each would be ready to change, and what would be a sign that it is too much. Even an unfinished answer could bring some calm.',
      'I hear the wish to feel nearer. One approach could be to share more of the ordinary, such as a photo of breakfast or a voice message from a walk, since closeness often lives there. When doubt comes up, you might ask about it directly and early, before the imagination completes it.'
    ]
  }
}

export const loneliness: Topic = {
  name: 'loneliness',
  related: ['emotions', 'closeness', 'self_worth'],
  signs: {
    deep: [
      'lonely/loneliness/lonesome, feel/feeling/feels/felt/am/so/very/all alone, miss/missing/missed <anyone> so/terribly/badly/every/like/too/already, miss+ being/having, all by myself, no friends, no one to talk/turn/be/share/come, nobody to talk/turn/be/share/come, to nobody, to no one',
      'not have/got anyone/anybody/friends, not have/got any/many friends, any/many friends, isolated/isolation/isolating, left out, empty house/bed/home/apartment, alone forever, end up alone, being alone, ever/never/not * find/meet someone/anyone/somebody/anybody/love, die+/dying alone'
    ],
    clear: [
      'alone, miss/missing/missed <anyone>, miss+/missing my * <close>, by myself, no one cares/understands, nobody cares/understands, emptiness/empty, outsider',
      'everyone * else/around * relationship/married/couple/couples, forever alone, never * had a girlfriend/boyfriend/relationship, still single, abandoned/abandonment, antisocial'
    ]
  },
  wordings: {
    LOW: [
      'Missing closeness is one of the oldest aches there is. It makes sense that it hurts, and it says that your heart is made for company. When in the day is it strongest?',
      'It sounds as though there is an empty space where somebody is missing. Sitting with that takes more strength than people see. What is the quiet like for you right now?',
      'Thank you for reaching out with this. Feeling alone can be just as real in a full room as in an empty one. Whose company do you long for the most?',
      'I hear how much you miss a certain kind of nearness. There is nothing weak in wanting to be held in somebody\'s mind. What do you wish someone knew about how this is for you?'
    ],
    MEDIUM: [
      'Loneliness, or the missing of someone, seems to run through this. It is often less about the number of people around and more about whether one feels known. By whom do you feel known, even a little?',
      'It sounds as though you carry a good deal by yourself. When that lasts, reaching out can start to feel like bothering others, although it seldom looks that way from their side. What tends to hold you back?',
      'There is a longing for connection in what you wrote. Longing can be painful and also a sign of all that you can give. What kind of connection would feel like home to you?',
      'Being without {person|somebody close} can change the sound of a whole day. Some of it is about that one person, and some of it about being with oneself. Which of the two is harder for you?'
    ],
    HIGH: [
      'It makes sense to look for a way out of feeling so alone. You might start very small, with one message to one person that asks for nothing more than a hello. Alongside that, you could consider a place where people meet around something you like, since talk comes more easily beside an activity.',
      'That is a brave thing to bring up. You could think about three circles: people you know a little, people you used to know, and people you have yet to meet, and choose one small move in one circle. Which circle feels the least difficult?',
      'Feeling more connected can grow from small, regular things. You might consider one fixed point in the week that brings you near others, and one kind thing for the evenings that are hardest. If missing {person|a particular person} is at the centre, you could also give that its own time, with music, writing or a walk.',
      'I hear the wish for real company. One approach could be to let one person you trust see a little more of how things are, and notice how it feels to be met. You might find that depth with one does more than contact with many.'
    ]
  }
}
