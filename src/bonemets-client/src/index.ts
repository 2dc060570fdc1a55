export { BonemetsClient, type BatchAnswer, type BatchPatient, type ClientOptions, type DecisionOptions } from './client.js';
export { BonemetsProblem } from './problem.js';
export type { ContrastAnswer, Decision, Problem, QuestionAnswer, QuestionsAnswer, Urgency, Verdict, WorkflowSummary } from './generated.js';
