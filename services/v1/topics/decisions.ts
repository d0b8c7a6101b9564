import type { Topic } from '../topic.ts'

export const confusion: Topic = {
  name: 'confusion',
  related: ['emotions', 'feelings', 'advice'],
  signs: {
    deep: [
      'confused/confusing/confusion/confuses, mixed signals/messages/feelings/emotions, hot and cold, not know what/how/if i/he/she/to feel/think/believe/want/wants, not know what i, rollercoaster',
      'roller coaster, where we/this/it/i stand/stands/is/are going, where * relationship is/going, what are we, what we are, makes/make no sense, back and forth, conflicted/ambivalent, double minded',
      'so/feel/feeling/am lost, head is spinning, in a fog'
    ],
    clear: [
      'not sure what/if/how/about/i/whether/where/why, unsure/uncertain/uncertainty/undecided, not know if/whether/why/where, torn, one day * next, turn right around/back, not make sense',
      'figure out, can not tell if/whether, does he/she like/want/care, understand why/what/how, irrational, overthinking'
    ],
    light: ['no idea, what does * mean, not know what to, wondering, what do i do, not understand, why does/did/do/is/would']
  },
  wordings: {
    LOW: [
      'Not knowing what to make of something can be more tiring than a clear answer, even a hard one. It makes sense that your thoughts keep going over it. What part of it feels most tangled?',
      'It sounds as though several things are true for you at once. That is uncomfortable, and it is also honest. Which of them is asking for your attention right now?',
      'There is a lot in this that does not fit together yet. Being unsure is no failing, it often means that something matters. What would you most like to understand?',
      'Thank you for putting this into words while it is still unclear. Standing in fog with {person|somebody else} in the picture can feel quite lonely. What is it like inside the fog?'
    ],
    MEDIUM: [
      'It sounds as though you are looking for something firm to stand on. Confusion can come from too little information, or from two wishes that do not agree. Which of these comes closer?',
      'You seem to be reading signs that point in different directions. When somebody\'s words and actions differ, it is natural to go over them again and again. Where do the two differ most for you?',
      'There is a question underneath all of this that has not quite found its words. Sometimes it helps to ask what one would want if nobody else had a say. What comes up when you ask yourself that about {person|this}?',
      'Being unsure seems to take up a good deal of energy. Part of it can be the wish to decide well, which is a caring thing. What are you most afraid of getting wrong?'
    ],
    HIGH: [
      'It makes sense to want a clearer view. You might put what you know on one side of a page and what you are guessing on the other, and see which guesses matter most. One of them could perhaps be turned into a simple question for {person|the person concerned}.',
      'Clarity often comes in small pieces. You could choose just one question out of the many, the one that would make the others easier, and give it your attention first. Consider what would count as an answer for you. Which question would it be?',
      'That sounds like a lot of open ends. You might ask yourself what you feel in your body when you picture each possibility, because ease and tightness can say something that arguments do not. After that, you could talk it through with someone who has no stake in it.',
      'Wanting to understand is a good beginning. One approach could be to describe the situation in five plain sentences, as if to a stranger, without explaining anybody\'s motives. What is missing from those sentences might be exactly what to find out next.'
    ]
  }
}

export const choosing: Topic = {
  name: 'choosing',
  related: ['love_confusion', 'values', 'feelings'],
  people: ['partner', 'ex'],
  signs: {
    deep: [
      'choose/choosing/decide/deciding/pick/picking/torn/stuck/caught * between, who do/should i * choose/pick/be, who to choose/pick, two/both guys/men/women/girls/people/boys/lovers/relationships',
      'love/like/want them both, love/like/want both, the other guy/girl/man/woman, i * feelings for someone/somebody else, in love with someone/somebody/another/a/two',
      'first * second guy/girl/man/woman, like/liking/love/loving someone/somebody else, choose him/her/them/me, both of them'
    ],
    clear: ['choose+/choosing, someone/somebody else, between two, crush on someone/another, second guy/girl, either of'],
    light: ['choice, instead of']
  },
  wordings: {
    LOW: [
      'Having a heart that points in more than one direction can be very wearing. It makes sense that you feel {feeling|torn}, because something real is at stake on each side. What does each direction feel like in you?',
      'It sounds as though any choice here would mean losing something. That is a hard place, and being slow in it is not a weakness. What would hurt most to lose?',
      'Thank you for speaking about something that people often hide. Caring for more than one person, or standing between them, can bring joy and guilt in the same breath. Which one is with you now?',
      'There is a lot of care in how you hold this. Wanting to hurt nobody, yourself included, is a heavy thing to carry. When does it feel heaviest?'
    ],
    MEDIUM: [
      'You seem to be standing between two possibilities. Often they are not only two people but two different lives, or two sides of oneself. What does each of them bring out in you?',
      'It sounds as though comparing keeps going round in circles. A new connection shows its brightest side while an older one shows all of its days, so they are hard to set next to each other. How much of each do you really know?',
      'There is a pull in both directions in what you share. Sometimes a second person appears when something has been missing for a while. What might have been missing?',
      'Choosing can feel like judging who is better, though it is more about what kind of life fits you. That can take some of the weight off. What kind of ordinary day would you wish for?'
    ],
    HIGH: [
      'That is a real dilemma, and it deserves a calm look. You might leave the persons aside for a moment and write down what you would want in a relationship on an ordinary day. Then consider how each possibility compares with that, rather than with the other one.',
      'It makes sense to want to choose well. You could imagine that the choice was already made, first one way and then the other, and live with each for a day. Relief, grief or calm might show up in places you did not expect. Which one are you most curious to picture?',
      'Choices of the heart seldom come without a cost. You might consider three questions: with whom do you feel most like yourself, what would be fair to everyone involved, and what would you respect yourself for later. The answers could point the same way more than you expect.',
      'I hear that you would like to do right by everyone. One approach could be to give yourself a little distance from both sides, so that the loudest feeling is not the only one heard. When you know more, you might tell {person|the person nearest to you} honestly where you stand, since unclear hope tends to hurt longer.'
    ]
  }
}

export const advice: Topic = {
  name: 'advice',
  related: ['communication', 'confusion', 'values'],
  signs: {
    deep: [
      'relationship advice/tips/help/problem/problems/issues, fix+/fixing/repair/repairing/improve+/strengthen/work * on/relationship/marriage, better/healthy/healthier/good relationship',
      'keep * relationship, make * relationship * work/better/last, make * <partner> happy, healthy * relationship, relationship * healthy/work/last'
    ],
    clear: ['need+/want/some/any/your/give advice, advice/advise on/about/for/please, any tips/suggestions/ideas'],
    light: [
      'what should/could/would/can/do/must i/we, how do/can/should/could/would/to/did i/we/you, how to, should i, should we, help me, what would you, is it wrong/bad/okay/ok/weird/selfish',
      'am i wrong/bad/crazy/selfish/overreacting/being, what to do, was i wrong, is there, what * best way, can i, what if, advice, any tips, is that/this wrong/bad/okay/ok/normal'
    ]
  },
  wordings: {
    LOW: [
      'It sounds as though you are looking for a way through this. Wanting to handle it well shows how much it means to you. What feels most stuck at the moment?',
      'There is a lot of care in your question. Before any answer, it makes sense to let the {feeling|weight} of it be heard. How has it been for you to live with this?',
      'I can hear how much you would like this to be different. Not knowing the next move is hard, above all in something with {person|someone important}. What matters most to you in it?',
      'Thank you for bringing this here. A question that keeps coming back usually has a feeling underneath it. What is the feeling underneath yours?'
    ],
    MEDIUM: [
      'You seem to be looking for a good next step. Often there is a wish behind the question that is even more useful than an answer. What do you wish would be different at the end of this?',
      'It sounds as though you have already thought about this from several sides. People frequently know more about their own situation than they give themselves credit for. What have you noticed so far that seems true?',
      'There is a practical side to this and a feeling side, and they do not always want the same. Seeing them apart can make things lighter. What does each of them want for you and {person|the other person}?',
      'You are asking something that deserves more than a quick recipe. What works tends to depend on what you would like to protect in the situation. What would that be for you?'
    ],
    HIGH: [
      'That is a thoughtful question, and it can be taken in steps. You might first put into one sentence what you would like to be different, then consider what part of that is in your own hands. A small move there could be worth more than a perfect plan. What would the one sentence be?',
      'It makes sense to look for a way forward. You could think of three options, including one you would never choose, and write down what each would bring and cost. Seeing them side by side might show which one fits what you value.',
      'I hear that you would like to do this well. One approach could be to choose a calm moment, tell {person|the other person} what you notice and what you wish for, and ask how it looks from their side. You might leave solutions for a second talk, so that the first one is only about understanding.',
      'There is more than one good way to go about this. You might consider what has already helped a little, even briefly, and do more of just that before trying something new. If nothing has helped so far, talking with someone outside the situation could bring a fresh view.'
    ]
  }
}
