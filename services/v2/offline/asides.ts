/** Words for the messages that are not about a matter of the heart, and for sessions in which somebody needed care. */

export interface Aside { readonly openings: readonly string[], readonly middles: readonly string[], readonly questions: readonly string[] }

const INVITATIONS: readonly string[] = [
  'Who is on your mind today?',
  'What is one thing between you and someone else that you would like to look at?',
  'How are things with the people closest to you?',
  'What in your love life or your friendships takes the most of your energy right now?',
  'Is there a conversation you keep having in your head?',
  'When did you last feel really close to someone?',
  'What would you like to feel more of with the people around you?'
]

export const ASIDES: Readonly<Record<'care' | 'orders' | 'harm' | 'grave' | 'off_topic' | 'vague' | 'identity' | 'foreign' | 'wordless', Aside>> = {
  care: {
    openings: [
      'I am here with you, and there is no hurry.',
      'Thank you for staying in touch with me.',
      'What you told me earlier is still with me.',
      'I am glad that you keep writing, whatever it is about.',
      'You are not too much, and neither is what you feel.',
      'I am staying with you in this, one message at a time.'
    ],
    middles: [
      'The help I named is there day and night, also when there are no right words for it.',
      'A living voice can hold more than I can as an AI, and the support I mentioned stays open for you.',
      'If it gets heavier, somebody you trust or the people I mentioned are there to carry it with you.',
      'You deserve gentleness and people beside you, and the support from before is still there for you.',
      'What you feel makes sense, and nobody expects you to hold it alone; the help I named is within reach.'
    ],
    questions: [
      'How are you in this very moment?',
      'Is someone near you today?',
      'Are you safe where you are right now?',
      'What would make the next hour a little gentler?',
      'Who is one person that knows how you are?',
      'What would you most like me to understand right now?',
      'What helps you feel a bit steadier, even for a moment?'
    ]
  },
  orders: {
    openings: [
      'I will stay with what I am here for: love, closeness and the people in your life.',
      'I am Amora, an AI relationship coach, and that is the part I keep.',
      'That is not something I do here, and I am still glad to talk with you.',
      'I would rather stay myself and be of use to you in matters of the heart.',
      'My place is beside you in questions of love, family and friendship, so I will keep to that.'
    ],
    middles: [
      'If something between you and someone else is weighing on you, there is room for it.',
      'Whatever is going on with the people who matter to you is welcome here.',
      'Anything about you and the people you care for is safe ground with me.'
    ],
    questions: INVITATIONS
  },
  off_topic: {
    openings: [
      'That one lies a little outside of what I am good for; I am here for relationships and the feelings around them.',
      'I would not be of much use with that, since I am made for matters of the heart.',
      'Others will know more about that than I do, while my place is with you and the people in your life.',
      'That is beyond my small corner of the world, which is love, family, friendship and how they feel.',
      'I will leave that to those who know it better, and I am glad to be here for the human side.'
    ],
    middles: [
      'If there is something behind it that touches you or someone close, I would like to hear it.',
      'Sometimes a practical question comes with a feeling, and the feeling is welcome here.',
      'Whatever is moving you with regard to someone else has a place here.'
    ],
    questions: INVITATIONS
  },
  harm: {
    openings: [
      'That is something I will not help with, because somebody could come to harm by it.',
      'I will not be part of that, and I am still here for what lies underneath.',
      'With that I cannot help, since it would cross a line for another person.',
      'That is not a road I go down with anyone, and I would like to hear what led you to it.',
      'I leave that aside, because it takes something from someone who did not agree to it.'
    ],
    middles: [
      'Often there is hurt or anger behind a thought like that, and those are welcome here.',
      'What you feel towards this person can have all the room it wants.',
      'If a wish for fairness or peace is in it, we can look at that together.'
    ],
    questions: [
      'What happened between you?',
      'What is the feeling underneath?',
      'What do you wish this person understood?',
      'What would give you some peace?',
      'When did it start to feel like this?',
      'What hurt you most?',
      'Who knows how you feel about this?'
    ]
  },
  grave: {
    openings: [
      'That is a heavy subject, and I want to be careful with it.',
      'There is a lot of weight in that question, so I will not rush past it.',
      'I notice how serious this is, and I am glad that you bring it here.',
      'With something this grave, you come first, and facts can wait.',
      'That is not a light question, and I will take it as seriously as you do.'
    ],
    middles: [
      'If it touches you or someone close, there is room for that here, and people at a local crisis line are there at any hour.',
      'Should it be about you or somebody you love, a living voice is within reach day and night, and I am here as well.',
      'Whatever lies behind it is welcome here, and nobody is meant to stay alone with it.'
    ],
    questions: [
      'What brings it up for you today?',
      'Is it about you, or about someone you care for?',
      'How are you, right now?',
      'Are you safe where you are?',
      'What would you most like someone to know?',
      'Who is near you at the moment?',
      'What happened before you wrote this?'
    ]
  },
  vague: {
    openings: [
      'I am curious about what lies behind that for you.',
      'Thank you for dropping that here.',
      'That makes me wonder how you are today.',
      'I take it as it comes, and I am glad that you write.',
      'There may be more behind that than the words show, or it may be just what it is.'
    ],
    middles: [
      'My corner is love, family and friendship, and anything from there is welcome.',
      'I am at my best where people and feelings come in.',
      'Whatever is between you and someone else has a place here.'
    ],
    questions: INVITATIONS
  },
  identity: {
    openings: [
      'I am Amora, an AI relationship coach, so there is no person behind these words.',
      'You are talking with Amora, and I am an AI, made for conversations about relationships.',
      'I am an AI called Amora, and I am here for matters of the heart.',
      'I am not a person; I am Amora, an AI that coaches people in matters of love and closeness.'
    ],
    middles: [
      'What you share about the people in your life gets my full attention.',
      'I do not have a life or a love story of my own, which leaves all the room for yours.',
      'I can listen, reflect with you and offer thoughts, and every choice stays yours.'
    ],
    questions: INVITATIONS
  },
  foreign: {
    openings: [
      'I am glad that you wrote to me, and I would like to be with you in this.',
      'I can tell that there is something you want to share.',
      'It is good that you are here.',
      'Your message reached me, and I do not want to get it wrong.'
    ],
    middles: [
      'Right now I am at my best in English, and a few simple words are enough.',
      'English is the language in which I can listen well at the moment, and short or broken sentences are fine.',
      'For now I answer in English, and you are welcome to mix it with your own words.'
    ],
    questions: [
      'What is weighing on you the most?',
      'Who is it about?',
      'How are you feeling today?',
      'What happened between you?',
      'What would you like someone to know about how you are?'
    ]
  },
  wordless: {
    openings: [
      'I am here, and any place is a good place to begin.',
      'Sometimes there are no words yet, and that is all right.',
      'No need to have it sorted before you write to me.',
      'Take your time; I am listening.'
    ],
    middles: [
      'A single word about how you feel is enough to start.',
      'We can go as slowly as you like.',
      'Whatever comes first is fine.'
    ],
    questions: INVITATIONS
  }
}

/** Thanks in the languages that are told apart here; a wrong guess would be worse than none. */
export const THANKS: Readonly<Record<string, string>> = {
  es: 'Gracias por escribirme.', fr: 'Merci de m\'avoir écrit.', de: 'Danke, dass du mir schreibst.', pt: 'Obrigada por me escrever.', it: 'Grazie per avermi scritto.', nl: 'Dank je dat je me schrijft.'
}
