import type { Topic } from '../topic.ts'

export const family: Topic = {
  name: 'family',
  related: ['boundaries', 'communication', 'emotions'],
  people: ['family', 'partner', 'ex', 'friend'],
  signs: {
    deep: [
      'in law/laws, inlaws, my/our/his/her family, <partner> family, stepson/stepdaughter/stepkids/stepchildren/stepmom/stepmother/stepdad/stepfather/stepmum, blended family',
      'custody/coparent/coparenting/parenting, co parent/parenting, family support/problems/issues/drama/dynamics/conflict',
      '<family> * not/hates/hate/dislikes/like/likes/approve/approves/against/accept/controls/wants/favors/favours, visit+/visiting my * <family>, my/his/her/our parents/mother/mom/mum',
      'toxic family/parents, my siblings, raising * kids/children, trying for a baby, fertility/infertility/ivf/miscarriage'
    ],
    clear: [
      'my/our/his/her <family>, pregnant/pregnancy, father/mother of * children/kids, mama/mommy boy, family, grandchildren/grandkids/grandparents, his/her/our kids/children/son/daughter/baby',
      'childhood, mothers/fathers'
    ],
    light: ['<family>, kids/children, holidays/christmas/thanksgiving']
  },
  wordings: {
    LOW: [
      'Family reaches into places that few other people can touch. It makes sense that there is {feeling|a lot} in you about this. What part of it is hardest to put down?',
      'It sounds as though you are standing between people you care about, or carrying something for them. That can be a lonely spot, even in a full house. What is it like for you there?',
      'There is a bond in what you wrote, and strain as well. With {person|family} both can be true for a long time. Which of them is closer to the surface today?',
      'Thank you for sharing this. Things that come from family can feel as if they were always there, and still hurt as if they were new. What hurts the most right now?'
    ],
    MEDIUM: [
      'It sounds as though family plays a large part in this. Old roles tend to wake up around relatives, whatever one\'s age: the peacemaker, the responsible one, the one who is not asked. Which role do you notice in yourself?',
      'You seem to be balancing loyalty to family with something else that matters. Both can be forms of love, which is why it pulls so hard. Where do you feel the pull most?',
      'There is a wish in what you share, perhaps to be accepted or to be on the same side. Families often show care through worry or control, and it does not always land as care. How does it land with you?',
      'A situation with {person|family} rarely concerns only two people. Others often hold a thread of it too. Who else holds one, as you see it?'
    ],
    HIGH: [
      'It makes sense to look for a way that respects both family and yourself. You might decide what is yours to carry and what belongs to someone else, and say kindly where the line is. Starting with one small occasion, such as a visit or a call, could make it manageable.',
      'Family matters are often easier in pieces. You could consider who would be the easiest person to talk to first, and what you would like them to understand. It might help to speak about your own wish rather than about the faults of {person|others}. Who would that person be?',
      'That is a tender balance. You might talk with the person closest to you about how you both want to handle relatives or children, so that you stand together before others join in. Writing down two or three things you agree on could give you something to return to.',
      'I hear how many people are touched by this. One approach could be to look at what each of them fears, since fear often hides behind sharp words. You might then consider one gesture that eases a fear without giving up what matters to you.'
    ]
  }
}
