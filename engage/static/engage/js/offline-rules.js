/* What is asked, and what does not fit: the same rules as surveys/conditions.py and surveys/question_forms.
   Pure, so that one table of cases is run against both (tests/surveys/offline_cases.py). */

/**
 * The questions that are shown to somebody who said this, in order: see `reached` in conditions.py.
 * questions: uid, on (the uid of an earlier question, or ""), when (its answers by value);
 * said: for each uid with a stored answer its values, none for "I do not know".
 */
export function reached(questions, said, finished) {
  const known = new Map(questions.map((question) => [question.uid, question]));
  const shown = new Set();
  for (const question of questions) {
    const on = known.get(question.on);
    const values = on && said[on.uid];
    const holds = values ? question.when.some((value) => values.includes(value)) : !finished;
    if (!on || (shown.has(on) && holds)) shown.add(question);
  }
  return questions.filter((question) => shown.has(question));
}

/** The values of an answer, as conditions name them: scores as they are, choices by their uid. */
export function valuesOf(rules, answer) {
  if (rules.mode === "score") return answer.filter((value) => !rules.others.includes(value));
  return answer.map((value) => rules.uids[value]).filter(Boolean);
}

/**
 * What does not fit in the answer to a question: the name of its words, with what stands in them; null when all fits.
 * given: answer (a list; own words are its one entry), words (beside "something else"), instead (a list).
 */
export function problem(rules, given, longest) {
  if ([...given.answer, given.words].some((value) => value.length > longest)) return { name: "too_long" };
  const pressedOther = rules.mode === "one" && rules.others.includes(given.answer[0]);
  const answer = pressedOther ? [] : given.answer.filter(Boolean);
  const words = given.words.trim();
  if (given.instead.length > 1) return { name: "two_others" };
  if (given.instead.length && (answer.length || words)) return { name: "both", other: given.instead[0] };
  if (rules.mode === "one" && words && given.answer[0] && given.answer[0] !== rules.own) return { name: "own_and_other" };
  const ticked = new Set(words ? [...answer, rules.own] : answer);
  if (rules.mode === "several" && rules.most && ticked.size > rules.most) {
    return { name: "too_many", number: ticked.size, most: rules.most, over: ticked.size - rules.most };
  }
  return null;
}
