import type { Topic } from '../topic.ts'

export const breakUp: Topic = {
  name: 'break_up',
  related: ['loneliness', 'emotions', 'self_worth'],
  people: ['ex', 'partner'],
  signs: {
    deep: [
      'broke/break/breaking/broken/breaks up, break/broke/broken/breaking off, break off, split/splitting up, we/they have/had split, we split, dump/dumped/dumps/dumping <dear>',
      'dump/dumped/dumps/dumping me, dump+/dumped, broken heart/hearted, heart * broken/broke/breaks/breaking/burning, broke/breaks/breaking my heart',
      '<he> left/leaves/leaving me, <he> left, walked out on, get/getting/got over him/her/them/ex/somebody/someone/it/the/this/my/what, over my ex, over him/her/them, ended it/things/our/the relationship',
      'relationship ended/ending/failed/fell, relationship * over/ended, it is over, move+/moving on, not together anymore/any/now, not move on, not/never over him/her/them/my, no contact, my ex * engaged/married/dating/new, can not get over, separated from, we/are/recently/been separated, divorced',
      'got/get/getting/through/file/filed/filing/want+ * divorce, called off, failed relationship/marriage'
    ],
    clear: [
      'heartbreak/heartbroken, with someone/somebody/anyone/anybody new, divorce/divorces/divorcing/separation/separated, miss/missing/missed * ex, closure, let/letting go, let/letting <them> go, rebound, newly single, lost <dear>, not together, blocked me',
      'saying goodbye, left me, without <them>'
    ],
    light: ['ex, over <them>, ended/ending, when <them> left']
  },
  wordings: {
    LOW: [
      'An ending like this can turn the most ordinary parts of a day into something heavy. The {feeling|ache} in what you wrote makes sense, and there is no timetable for it. What has been the hardest moment lately?',
      'I am sorry that you are carrying this. When something with {person|a person who mattered} comes apart, plans, habits and pieces of oneself go with it. What do you find yourself missing the most?',
      'Thank you for telling me. Separating from somebody, or standing close to it, can bring grief, relief and longing all in one afternoon. Which of them is closest to you right now?',
      'It sounds as though your heart has a lot to hold at the moment. Nothing about how long or how much you feel this is wrong. What does the {feeling|pain} of it say when everything around you is quiet?'
    ],
    MEDIUM: [
      'There is real loss in what you describe. A break-up is rarely one loss but many small ones: a voice, a routine, a picture of the future. Which of these do you feel the most?',
      'It sounds as though part of you is looking back while another part wants to move. Healing tends to go in circles rather than in a line, so old feelings returning does not mean starting over. What tends to bring the feelings back?',
      'Endings often leave questions that nobody answers. The mind keeps going over them because an answer feels like it would bring rest. Which question comes back to you most often?',
      'It sounds as though you feel a great deal about {person|this ending}. Sometimes what hurts is the person, and sometimes it is the life one had imagined with them. Which of the two feels nearer to you?'
    ],
    HIGH: [
      'Getting through an ending takes time, and it makes sense to look for something to hold on to. You might consider three small anchors: one person to talk to, one thing each day that is only yours, and one limit on what reopens the wound, such as old messages. They could be modest and still help. Which would be the easiest to begin with?',
      'I hear the wish to feel steadier again. You could write a letter that you never send, saying what you loved, what hurt and what you would like to leave behind. It might also be useful to decide in advance how much contact with {person|the other person} feels right for now, so that each day does not ask it anew.',
      'That is a hard place to think clearly from. One approach could be to sort your thoughts into what you can influence today and what only time can change. You might give the first group a little energy and let the second group rest, again and again, without counting how often.',
      'It is understandable to want a way forward. You might consider what this relationship taught you about what you want, and what you would want differently, once the first waves are calmer. Until then, keeping sleep, food and company as regular as you can could carry more of the weight than it seems.'
    ]
  }
}

export const secondChance: Topic = {
  name: 'second_chance',
  related: ['break_up', 'trust', 'stay_or_leave'],
  people: ['ex', 'partner'],
  evenNegated: true,
  signs: {
    deep: [
      'get/getting/got/gets back together, back together, back with * ex, second/another/one more/last chance, chance again, want/wants/wanted/wanting me/him/her/them/us/my * back',
      'get/win/winning/getting my * back, get/win/getting <them> back, take/taking/took me/him/her/them/my * back, give+ him/her/them/it/us * chance/try',
      'reconcile/reconciled/reconciling/reconciliation, come/came/coming/crawled/comes crawling/back to me, want/wants/wanted to come/get back, start/starting over with <anyone>, start/starting over together, fell/fall/falling for my ex',
      'go/going/went back to/with * him/her/them/ex, feelings for my ex/reconnect+, still love/loves * ex, like/love my ex, ex * back, keep/keeps/kept going back, <he> will/would/could * back, rekindle+, on and off, on again, make/making it right',
      'reached/reaches/reach out * again'
    ],
    clear: ['try/trying again, work/working things/it out, contacted/messaged/texted me again, ex * wants/texted/messaged/called/contacted, beg+/begged/begging * back, make things right, miss/missing my ex']
  },
  wordings: {
    LOW: [
      'Standing before a door that seemed closed can stir up a great deal. Hope and caution often speak at the same time, and both have their reasons. What happens inside you when you picture it opening?',
      'It sounds as though what was between you has not gone quiet. Being drawn back towards {person|someone from before} can be comforting and unsettling at once. What part of it pulls at you most?',
      'There is history in this, and history has its own gravity. It makes sense that feelings return when the past comes near again. What do they bring with them this time?',
      'Thank you for sharing something with so much longing and care in it. Wondering about another chance is a very human thing. What would it mean to you?'
    ],
    MEDIUM: [
      'It sounds as though the idea of another chance is very present. Often the question is not only whether two people still care, but whether what came between them has changed. What do you see as different now?',
      'Going back can be a return to something good, or a way to stop missing it, and from the inside these feel alike. Looking at which one is nearer can bring some calm. What do you miss: the person, or how you felt then?',
      'You seem to weigh hope against what you remember. Both are information, and neither of them is in a hurry to win. What does each of them say about {person|this person}?',
      'A second beginning tends to ask something different from both people than the first one did. That can be a good question to carry before any answer. What would you want to be new about it?'
    ],
    HIGH: [
      'It makes sense to think this through before stepping closer. You might consider three things: what ended it, what has changed since in actions rather than words, and what you would want to agree on first. If you talk with {person|the other person}, you could ask for their answers to the same three.',
      'Another chance can be a thoughtful choice when both know what it is for. You could describe to yourself one ordinary week of a renewed relationship, including the difficult day in it, and notice how your body responds. That might tell you more than the memories of the best days.',
      'I hear how much hope there is here. You might begin with small steps, such as a talk with a clear topic and an end, rather than everything at once. Consider afterwards whether you felt heard, and whether the old pattern showed up. What would be your sign that it is going well?',
      'Wanting someone back, or being wanted back, is a strong pull. You could give yourself some time before any decision and use it to write down what you would gain, what you would risk, and what you would regret. It might also be fair to consider what each of you is free to want, since a return only holds when both choose it.'
    ]
  }
}

export const stayOrLeave: Topic = {
  name: 'stay_or_leave',
  related: ['fading_love', 'values', 'boundaries'],
  people: ['partner', 'ex'],
  evenNegated: true,
  signs: {
    deep: [
      'stay or leave/go/not/end/walk, leave or stay, stay or should, should i * leave/stay/end/dump/break/divorce, should we * divorce/separate/break/split/end',
      'if i should * leave/stay/end/break/divorce, whether * to/should leave/stay/end/break, worth it/saving/fighting/staying/keeping, time to leave/go/end, leave/leaving my/this * <bond>',
      'leave/leaving <them>, give/giving/gave up on * <bond>, give/giving/gave up on * him/her/them/love, call/calling it quits, walk/walking away',
      'think/thinking/thought of/about * leaving/ending/breaking/divorce/divorcing/separating/separation/splitting, want+/wanting to leave/end/separate, want+ * out of * relationship/marriage',
      'want/wants out, do i stay/leave, ready to leave/give/walk, save+/saving my/our/the/this * marriage/relationship, staying for/because/together for, end it, ending it',
      'needs/need/wants time to think, giving up, break/taking a break, on a break, want/wants/wanted/need/needs/needed a break, when * it is over, if it is over, stick/sticking it out'
    ],
    clear: [
      'get out, can not leave/stay, fight for * <bond>, fight for * him/her/them/family, end my/our/the/this relationship/marriage/engagement, relationship * working/work, not working/work out',
      'deal breaker/breakers, dealbreaker, forget about me'
    ]
  },
  wordings: {
    LOW: [
      'Standing between holding on and letting go is one of the more exhausting places to be. It makes sense that there is {feeling|tension} in it, whichever way you turn. What feels heaviest as you stand there?',
      'It sounds as though a very big question is keeping you company. Nothing in you is slow or weak because it has no answer yet. What is it like to carry it through an ordinary day?',
      'There is a lot at stake in what you wrote, and I can hear the care in it. Part of a person can want to stay while another part is already at the door. What does each part say in you?',
      'Thank you for trusting me with this. A relationship in question touches nearly everything, and being torn about {person|someone important} is deeply human. What hurts the most in it right now?'
    ],
    MEDIUM: [
      'You seem to be weighing whether this relationship still holds what you hope for. Very often the question underneath is whether something particular can change. What would that be?',
      'It sounds as though the way it is now cannot quite go on, and the way out is not clear either. Feeling stuck can mean that both choices cost something real. What would each of them cost you?',
      'A question like this is rarely about one bad day. It tends to grow from a pattern that has been asking for attention. Which pattern comes to your mind first with {person|the person it concerns}?',
      'There seems to be both attachment and weariness in what you share. The two can live together for a long time, and noticing which one speaks when can bring some light. When do you feel most like staying, and what is different then?'
    ],
    HIGH: [
      'That is a weighty decision, and it is yours to make in your own time. You might consider it from three sides: how you feel on most days rather than the best or worst ones, what has truly been said and heard, and what you would tell a dear friend in your place. Writing a few lines on each could bring out what you already know.',
      'It makes sense to want firmer ground for this. You could name the one or two things that would make staying good for you, and share them with {person|the other person} as wishes rather than conditions. How they respond over the next while might tell you a great deal. Which wish would come first?',
      'A choice like this can be made in smaller steps. You might imagine having decided to stay and live with that for a day, then imagine having decided to go and do the same. Consider what each day brings: relief, grief, calm or fear. If fear for your safety is part of it, a trusted person or a local helpline could be a steady companion in thinking it through.',
      'I hear how much depends on this. One way to look at it could be to ask what has been tried by both, what has not been tried yet, and what you no longer wish to try. A neutral third person, such as a counsellor, might also help the two of you hear each other before anything is settled.'
    ]
  }
}
