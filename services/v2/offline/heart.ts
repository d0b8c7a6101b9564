/** Whether a message speaks of people or feelings at all. */

const HEART = /\b(?:boyfriends?|girlfriends?|husbands?|wife|wives|partners?|spouse|fianc[eé]+|ex|exes|he|she|him|her|his|hers|we|us|our|they|them|love[ds]?|loving|dating|date|dates|men|women|guys|girls|cheat\w*|affair|wedding|lover|relationships?|marri\w+|marry|engaged|friends?|friendship|family|mother|mom|mum|father|dad|parents|sister|brother|son|daughter|kids|children|someone|somebody|people|crush|together|feel\w*|felt|lonely|alone|hurt\w*|miss|trust\w*|jealous\w*|forgiv\w*|intima\w*|kiss\w*|flirt\w*|attract\w*|single|break ?up|divorc\w*|heart\w*|happy|sad|angry|afraid|scared|worried|cry\w*|tired)\b/

/** @param text lower case */
export const isOfTheHeart = (text: string): boolean => HEART.test(text)
