/** Parts of the patterns that tell the workplace; every pattern ignores case. */
export const WORD = '[^\\s,;:()/]+'

/** One to four days, the counts that leave days elsewhere. */
const FEW =
  '(?:[1-4]|one|two|three|four|a few|several|some)(?: ?(?:-|–|to|or) ?(?:[2-4]|two|three|four))?(?: or more)?(?: \\([1-4]\\))?'
export const SOME_DAYS = `${FEW} ?(?:work(?:ing)? )?days?`
export const SOME_TIMES = `${FEW}(?:[- ]times?| ?(?:work(?:ing)? )?days?)`
export const ALL_DAYS =
  '(?:(?:5|five) days(?: (?:a|per) week)?|(?:from )?monday (?:to|through|till|-|–) friday|fünf tage|täglich|tous les jours|cinq jours|todos los días|cinco días|todos os dias|vijf dagen|elke dag|codziennie|tutti i giorni)'
export const A_WEEK = '(?: ?/ ?|,? (?:[\\w]+ ){0,2}?(?:a|per|each|every|in a|of the|in the) ?(?:work ?)?)week'

/** Premises one goes to; French, German and the others by their own words. */
const PREMISES =
  '(?:offices?|hubs?|hq|headquarters|plants?|labs?|laborator(?:y|ies)|workshops?|studios?|buildings?|factor(?:y|ies)|warehouses?|premises|clinics?|campus|depots?|site|halls?|warehouse floor|shop floor)'
export const FOREIGN_PREMISES =
  '(?:büro|vor ort|bureaux?|présentiel|locaux|oficinas?|escritório|salas|kantoor|locatie|biur(?:o|ze|a)|ufficio|sede)'
export const AT_PREMISES = `(?:(?:in|into|to|at|from|on)[- ](?:(?:the|our|one of our|an|a|my|your) )?(?:(?:${WORD},? ){0,4}?)${PREMISES}|in[- ]office|in[- ]person|on[- ]?site|\\b${FOREIGN_PREMISES}|(?:with|bei|bij|chez) (?:us|uns|ons|nous))`

/** Premises of ours only: "every day" is said of much else. */
export const AT_OUR_PREMISES = `(?:(?:in|into|to|at|from|on) (?:the|our) (?:${WORD} ){0,3}?${PREMISES}|in[- ]office|on[- ]?site)`

export const WEEKDAY =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei)tags?|mittwochs?|(?:lun|mar|mercre|jeu|vendre)dis?|lunes|martes|miércoles|jueves|viernes|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:maan|dins|woens|donder|vrij)dag|poniedział\\w+|wtor\\w+|śro\\w+|czwart\\w+|piąt\\w+|lunedì|martedì|mercoledì|giovedì|venerdì'

export const ROLE = '(?:role|position|job|opportunity|vacancy|contract|internship|stelle|poste|puesto|vaga)'
export const ON_SITE = '(?:on[- ]?site|in[- ]office|in[- ]person|office[- ]based)'
/** The label of a line that tells the workplace: "Work model:". */
export const LABEL =
  '\\b(?:locations?|work ?place|work(?:ing)? (?:model|arrangement|type|mode|style)|job type|type of role|arbeitsmodell|modalidad|modalidade|mode de travail)\\b[^:]{0,20}: ?(?:[^:;()]{0,40}[\\s,/])?'
/** The word alone in its line or between the separators of one: "Madrid · Hybrid · Full time". */
export const alone = (word: string): string =>
  `^[^a-z0-9à-öø-ÿ]{0,4}${word}(?=[^a-z0-9à-öø-ÿ]*$|,| ?[-–(:·|•])|\\( ?${word} ?\\)|[·|•] ?${word}(?= ?[·|•]|[^a-z0-9à-öø-ÿ]*$)`
