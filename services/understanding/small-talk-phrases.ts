/** The little things people say that carry no story, in several languages and spellings (phrases of `Phrases`, parted by commas). */

/** Loudest first: of several in one message the first of this order speaks. */
export const SMALL_TALK = ['help', 'feeling_hard', 'feeling_warm', 'farewell', 'thanks', 'greeting', 'clarify', 'laughter', 'disagree', 'nothing', 'unsure', 'agree', 'word', 'filler'] as const
export type SmallTalk = typeof SMALL_TALK[number]

export const SMALL_TALK_PHRASES: Readonly<Record<Exclude<SmallTalk, 'feeling_hard' | 'feeling_warm'>, readonly string[]>> = {
  help: ['help, help me, i need help, need help, sos, can/could anyone/someone/somebody help, please help'],
  greeting: [
    'hi, hello, helo, hallo, hullo, hey, heya, hiya, hia, yo, howdy, greetings, sup, heyo, hai, ello, hewwo, morning, evening, afternoon, gm',
    'good morning/afternoon/evening/day, top of the morning, what is up/new/good/happening/cracking/shaking/popping, what is going on, how are you',
    'how are you doing/feeling/holding/today, how you doing, how have you been, how do you do, how is it going/hanging, how goes it, how are things',
    'how are things going, how is life/everything/everyone, how is everything going, how is your day/morning/evening/night/week/weekend',
    'how is your day/morning/evening/night/week/weekend going/been, how was your day/night/week/weekend/morning, what are you doing/up',
    'nice/good/great/lovely/pleased/glad/pleasure/happy/delighted to see/meet/talk/chat/speak/know/hear',
    'i am happy/glad/pleased/delighted to see/meet, it is good/nice/great/lovely/a pleasure? to see/meet/talk/chat/speak/hear/know',
    'long time no see, long time, a pleasure, are you there, you there/up/around, anyone/anybody/someone/somebody there/here/home/around',
    'are you ok/okay/well/good/busy/awake/ready, is anyone/anybody/someone/somebody there/here/home/around, testing, test, 1 2 3, wake up, knock',
    'i am back, back again, first time here, just saying hi/hello/hey, just wanted to say hi/hello/hey, just checking in, i am new, i am new here',
    'can/could we talk/chat, let us talk/chat, i want/need/like to talk/chat, i would like to talk/chat, it is me, me again, hola, buenos dias',
    'buenas, buenas tardes/noches, que tal, que pasa, como estas, salut, bonjour, bonsoir, coucou, ca va, ciao, salve, buongiorno, buonasera',
    'buon giorno, come stai, ola, oi, bom dia, boa tarde/noite, tudo bem, moin, servus, guten tag/morgen/abend, wie geht es dir, hej, hei, hejsan',
    'halla, ahoj, czesc, dzien dobry, merhaba, selam, selamlar, gunaydin, namaste, namaskar, salaam, salam, assalamualaikum, shalom, aloha',
    'konnichiwa, ohayo, ni hao, nihao, annyeong, privet, zdravstvuyte, xin chao, sawasdee, zdravo, bok, kia ora, sawubona, jambo, habari, marhaba',
    'ahlan, vanakkam, halo, apa kabar, kumusta, hoi, dag, goedemorgen, szia, sveiki, tere, terve, moi, yasou, kalimera, sannu, bawo, привет',
    'здравствуйте, здравствуй, доброе утро, добрый день/вечер, привіт, здравей, हैलो, हाय, नमस्ते, नमस्कार, प्रणाम, अरे, अहो, হ্যালো, হাই, নমস্কার',
    'আসসালামু, வணக்கம், ஹலோ, నమస్కారం, నమస్తే, ನಮಸ್ಕಾರ, നമസ്കാരം, સલામ, નમસ્તે, ਸਤ ਸ੍ਰੀ ਅਕਾਲ, السلام عليكم, سلام, مرحبا, اهلا, ہیلو, שלום, היי, 你好',
    '您好, 嗨, 哈囉, 早上好, こんにちは, こんばんは, おはよう, もしもし, 안녕, 안녕하세요, สวัสดี, สวัสดีค่ะ, สวัสดีครับ, γεια, γεια σου, καλημέρα, გამარჯობა, բարև'
  ],
  farewell: [
    'bye, goodbye, byebye, good bye, bye bye, bye for now, see you/ya, see you/ya later/soon/tomorrow/around/then/again, see you later alligator',
    'cya, catch you later/soon, talk to you later/soon/tomorrow, talk/speak later/soon/tomorrow/again, i will talk/speak to you later/soon/tomorrow',
    'i will see you later/soon/tomorrow, hope to talk/speak/chat, until we meet/talk/speak/chat, good talk/chat, ttyl, brb, good night, goodnight',
    'gn, nighty night, sweet dreams, take care, have a good/nice/great/lovely/wonderful day/one/night/evening/weekend/time, later, laters, farewell',
    'nice/good/great/lovely seeing/talking/chatting/speaking/meeting, it is been nice/good/great/lovely talking/chatting/speaking/meeting',
    'it has been nice/good/great/lovely talking/chatting/speaking/meeting, i have/need/got/must to? go/run/sleep, got to go/run, have to go/run',
    'gtg, g2g, i am off, i am leaving now, i am going/off to bed/sleep, going to bed/sleep, time to go/sleep, so long, so long for now, peace out',
    'until next time, till next time, that is all, that is all for now/today, adios, hasta luego/manana, au revoir, a bientot, auf wiedersehen',
    'tschuss, tschus, bis bald, tchau, ate logo, arrivederci, do svidaniya, пока, до свидания, さようなら, 再见, 拜拜'
  ],
  thanks: [
    'thanks, thank you, thank, thnx, thnks, tnx, tx, cheers, ta, gracias, merci, danke, obrigado, obrigada, grazie, arigato, arigatou, shukran',
    'tesekkurler, spasibo, dziekuje, tack, takk, kiitos, dhanyavad, спасибо, 谢谢, ありがとう, 감사합니다, धन्यवाद, ধন্যবাদ, شكرا, much/really appreciated',
    'i really? appreciate it/that/this/you, i really? appreciate your/the help/time/advice/support, appreciate it/that/you, many thanks',
    'thanks to you, i am very/so/really? grateful/thankful, a million/lot/bunch/ton/heap, for all, for all your/the help, god bless, bless you',
    'no worries, for your/the/this/all/that help/time/advice/support/listening/kindness/answer/reply/everything',
    'for listening/everything/that/this/asking/understanding, for helping/hearing me, for helping me out, for being there, you helped',
    'you helped me, you have been a great/big/huge/real help, you have been a lot of help, you have been so? very? helpful/kind/great',
    'you are the best, you are a star/lifesaver/angel, helpful, amazing, awesome, wonderful, great/good job',
    'you are so/very/really? great/awesome/amazing/kind/helpful/sweet/nice/wonderful/lovely/good/cool, that/this helps/helped, well done, love it',
    'that/this was/is so/very/really? useful/helpful, that is so/very/really? kind/sweet/nice/helpful of'
  ],
  clarify: [
    'what $, huh, eh, wut, what do/did you mean, what do/did you mean by that/this, what does/did that/this mean $, what were you just? saying',
    'what are you saying, what did you just? say, say what, what is/was that, sorry what, one more time, come again, excuse me, pardon, pardon me',
    'i did not quite? catch/get/hear/understand/follow that/you/this/it, i do not quite? understand/get/follow that/you/this/it, do not get it/that',
    'i do not quite? understand/follow $, i do not get $, i missed that/it, you lost me, i am lost here, in other words, explain, elaborate',
    'rephrase, can/could/would you please? repeat/explain/rephrase/clarify/elaborate',
    'can/could/would you please? repeat/explain/rephrase/clarify that/this/it/yourself, can/could/would you please? say that/it/this',
    'say that/it again, repeat, repeat that/it, repeat what you said, please repeat/explain, i need you to repeat, what are you talking about $',
    'that/this/it makes no sense, that/this/it does/did not make sense, that/this/it does/did not make any sense',
    'that/this was a strange/weird/odd/random/bad/good response/answer/reply/question, strange/weird answer/response/question',
    'you are not making sense'
  ],
  laughter: [
    'that is funny/hilarious, funny, hilarious, you are funny/hilarious, good one, nice one, just kidding, jk, kidding, joking',
    'i am just? joking/kidding, jaja'
  ],
  disagree: [
    'no, nope, nah, naw, nay, non, nein, nej, nyet, negative, never, wrong, false, incorrect, untrue, disagree, i disagree, hardly, nuh, nuh uh',
    'not really/exactly/quite/yet/now/today/true/that/it/right/correct/necessarily/particularly, not at all, no way, no thanks, no thank you',
    'no sir, that/it/this is not it/right/true/correct/so, that is not the case, that/it/this is wrong/incorrect/false/untrue',
    'you are wrong/mistaken/incorrect, that is a no, not what i meant/mean/said/wanted/asked, that is not what i meant/mean/said/wanted/asked',
    'i do not $, i do not agree, i do not think so, do not think so, i do not think that/it is right/true/correct/it, i think not',
    'not that i know of, i would say no, of course not, certainly/definitely/absolutely/probably not'
  ],
  nothing: [
    'nothing, nothing much/really/special/new/important/serious/else, nothing to say/add/report/tell/talk/share, nm, nvm, nada, never mind',
    'nevermind, not much, none, nil, zero, no comment, i have nothing to say/add/tell/share, i got nothing, pass, skip, forget it, forget about it',
    'it is nothing, forget i said/asked, forget i said anything, i do not want to talk/say/tell/answer/share',
    'i do not want to talk/say about? it/this/that/anything, do not want to talk, i would rather/prefer not to? say/talk/answer/tell',
    'i would rather not, rather not to? say/talk, rather not, no reason, just browsing/looking/checking/bored/curious/testing/because',
    'i am just browsing/looking/checking/bored/curious/testing, bored, i am bored $, next, stop, quit, exit, cancel, start, begin, menu, restart',
    'reset'
  ],
  unsure: [
    'i do not know, do not know, i am not really? sure/certain, not really? sure/certain, unsure, i am unsure, no idea/clue, i have no idea/clue',
    'i am not sure about that/it/this, maybe, perhaps, possibly, probably, might be, could be, it/that could/might be, maybe it is',
    'maybe it is so/not, maybe so/not, who knows, hard/difficult to say/tell/explain, it is hard/difficult to say/tell/explain, it depends, depends',
    'beats me, not certain, i am not able to say/tell/answer, not able to say, i can not say/tell/answer, can not say/tell, can not say for sure',
    'i could not say/tell, there is no way to know/tell, either, either one could/might/may be/work, either way, either is fine/good/ok',
    'both are fine/good/ok, could be either, kind of, sort of, a little/bit, a little bit, sometimes, often, rarely, whatever, meh, eh, so so',
    'more or less, hmm, hm, mm, um, uh, er, erm, uhm, idek, i wonder $, i forgot $, i forget $, i do not remember $, i can not remember $',
    'does it matter, i do not care $, it is complicated $, complicated'
  ],
  agree: [
    'yes, yeah, yep, yup, yah, yea, yeh, ye, yas, yessir, aye, si, oui, ja, da, sim, ok, okay, okey, okie, oki, okie dokie, k, kk, mk, mkay, mhm',
    'mm hmm, uh huh, sure, surely, sure thing, alright, right, right on, exactly, definitely, absolutely, totally, certainly, precisely, true',
    'correct, agreed, indeed, fine, cool, great, good, nice, perfect, lovely, excellent, fantastic, sounds good/great/right/fine, makes sense',
    'that/it makes sense, that works, works for me, i agree, i see $, i understand $, i hear you, got it, gotcha, i got it/you, roger, roger that',
    'copy that, affirmative, of course, obviously, you are right/correct/welcome',
    'that is right/true/correct/it/fine/good/great/me/ok/cool/nice/affirmative, that would be right/true/correct/fine/good/great/nice, i guess $',
    'i guess so, i think so, i suppose $, i suppose so, i believe so, i hope so, i would say so/yes, that is a yes, why not, fair enough, fair',
    'me too, same, same here, ditto, understood, noted, will do, very well, you bet, bet, facts, word, amen, it is/does/was/did $',
    'i do/am/did/have/will/can/was $, we are/do/did/have $, he/she is/does/did/was $, they are/do/did $',
    'i am fine/good/ok/okay/alright/great/well/here/ready, all good, pretty good, not bad, doing good/well/fine/ok, very good, go ahead, go for it',
    'ready, here, interesting, that is interesting, good idea/point/question, well said, no problem, np, no problem at all, no doubt, for sure',
    'fo sho, 👍, 👌, please do, please do that, by all means, my pleasure'
  ],
  word: ['really, seriously, wow, oof, yikes, damn, dang, omg, sorry, my bad, oops, please, whoa, gosh, jeez'],
  filler: [
    'there, everyone, everybody, all, again, today, now, amora, coach, ai, bot, robot, chatbot, computer, friend, my friend, buddy, dear, my dear',
    'sunshine, sweetie, girl, beautiful, stranger, sir, madam, mam, maam, guys, dude, bro, man, mate, pal, then, very much, so much, so very much',
    'so, too, also, um, uh, well, oh, ah, just, and, or, to, with, you, very, this, x, xoxo, tonight, morning, afternoon, evening, soon, for now',
    'actually, honestly, haha, here, me, it, that, about, by, i mean, you know, right now, for sure, from me, world, team, for you, of you, a, one',
    'though, tbh, ngl, if you want, if you like'
  ]
}

/** One word that names a feeling or a subject, and the noun to speak of it with. */
export const FEELINGS: ReadonlyArray<readonly [kind: 'feeling_hard' | 'feeling_warm', noun: string, words: string]> = [
  ['feeling_hard', 'sadness', 'sad sadness unhappy down low blue crying tears miserable depressed depression gloomy sorrow grief grieving mourning hopeless cry upset'],
  ['feeling_hard', 'heartbreak', 'heartbroken heartbreak brokenhearted heartache broken crushed shattered devastated'],
  ['feeling_hard', 'hurt', 'hurt hurting pain painful wounded suffering'],
  ['feeling_hard', 'loneliness', 'lonely loneliness alone isolated lonesome isolation'],
  ['feeling_hard', 'anger', 'angry mad furious anger pissed livid rage enraged hate hatred'],
  ['feeling_hard', 'frustration', 'frustrated frustration frustrating annoyed irritated resentful resentment bitter ugh argh grr ffs'],
  ['feeling_hard', 'fear', 'scared afraid terrified fear frightened'],
  ['feeling_hard', 'worry', 'anxious anxiety worried worry nervous panic panicking uneasy insecure insecurity paranoid overthinking'],
  ['feeling_hard', 'confusion', 'confused confusion lost torn conflicted uncertain stuck'],
  ['feeling_hard', 'tiredness', 'tired exhausted drained sleepy fatigued weary burnout exhaustion sigh'],
  ['feeling_hard', 'a lot at once', 'overwhelmed stressed stress overwhelm swamped pressure'],
  ['feeling_hard', 'numbness', 'numb empty emptiness numbness distant disconnected detached distance'],
  ['feeling_hard', 'jealousy', 'jealous jealousy envious envy'],
  ['feeling_hard', 'guilt', 'guilty guilt regret remorse'],
  ['feeling_hard', 'shame', 'ashamed shame embarrassed humiliated embarrassment'],
  ['feeling_hard', 'betrayal', 'betrayed betrayal cheated cheating cheater infidelity affair unfaithful lies liar'],
  ['feeling_hard', 'rejection', 'rejected rejection dumped abandoned ghosted unwanted unloved unlovable'],
  ['feeling_hard', 'divorce', 'divorce divorced divorcing'],
  ['feeling_hard', 'a break-up', 'separated separation ex single'],
  ['feeling_hard', 'disappointment', 'disappointed disappointment bad awful terrible horrible shit crap worse worst'],
  ['feeling_hard', 'conflict', 'fighting fights arguing arguments argument conflict fight'],
  ['feeling_hard', 'self-doubt', 'worthless useless ugly failure inadequate doubt doubts unworthy'],
  ['feeling_hard', 'trust', 'trust mistrust honesty lying'],
  ['feeling_warm', 'love', 'love loved crush romance'],
  ['feeling_warm', 'happiness', 'happy happiness joy joyful content glad blissful'],
  ['feeling_warm', 'excitement', 'excited excitement thrilled butterflies'],
  ['feeling_warm', 'gratitude', 'grateful gratitude thankful blessed'],
  ['feeling_warm', 'hope', 'hope hopeful hoping optimistic'],
  ['feeling_warm', 'calm', 'calm relaxed peaceful relieved relief peace'],
  ['feeling_warm', 'pride', 'proud pride'],
  ['feeling_warm', 'marriage', 'marriage married wedding engaged engagement husband wife'],
  ['feeling_warm', 'dating', 'dating date tinder boyfriend girlfriend'],
  ['feeling_warm', 'family', 'family parents mother father kids children'],
  ['feeling_warm', 'being heard', 'communication talking listening'],
  ['feeling_warm', 'a relationship', 'relationship relationships partner us commitment intimacy'],
  ['feeling_warm', 'closeness', 'closeness affection trustful connection'],
  ['feeling_warm', 'your boundaries', 'boundaries boundary space limits']
]
