import { phrasesOf } from './phrase-table.ts'

/** Groups of phrases that leave out what comes after them. */
const GROUPS = [
  // Plain negation.
  'not|no|non|nothing|nothing with|not in|not a|not an|not any|and not|and no|nothing in|none of|neither',
  'nor|or not|not from|not for|no more|not the|not as|not one|nothing to do with',
  'nothing related to|nothing about|please no|pls no|definitely not|definitely no|absolutely no',
  'just no',
  // What it is to be without.
  'without|without any|with no|w/o|w/out|without having to|without needing|free of',
  // What is left out.
  'except|except for|excluding|exclude|excludes|but not|minus|other than|apart from|besides',
  'rather than|instead of|anything but|everything but|skip|leave out|leaving out|filter out|ignore',
  'ignoring|but no|minus any|anything except|anything other than|everything except',
  'anything thats not|exclusive of|cut out|remove|removing|hiding|omitting|forget|forget about',
  // What the asker does not want.
  'never|avoid|avoiding|dont want|do not want|not interested in|dont|do not|hate|dont use',
  'dont require|refuse|refuse to do|i refuse to do|refuse to touch|rather not|rather not do',
  'id rather not|id rather not do|not a fan of|no fan of|not keen on|not into',
  'not interested in any|not looking for|not looking to|dont like|i dont like|cant stand',
  'can not stand|dont do|i dont do|dont want any|dont want to do|dont wanna do|do not want any',
  'steer clear of|stay away from|away from|sick of|fed up with|tired of',
  // What the work does not do.
  'arent|isnt|doesnt|is not|are not|does not|that dont|which dont|not using|not use|doesnt use',
  'wont|will not|do not offer|dont offer|not offering',
  'not require|not requiring|doesnt require|not involve|not involving|aint',
  // In other languages.
  'ohne|kein|keine|sin|nicht|sans|pas de|pas|sauf|nada de|senza|zonder|bez|ausser|nicht als|keinen',
  'keinem|keiner|no mas',
]

/** Every phrase that leaves out what comes after it, each once. */
export const EXCLUSIONS: readonly string[] = GROUPS.flatMap(group =>
  phrasesOf(group, true).map(([phrase]) => phrase),
)
