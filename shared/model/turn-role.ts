/** What a turn does in the talk: asks, answers, leads it, or none of these. */
export const TURN_ROLES = ['question', 'answer', 'moderator', 'other'] as const
export type TurnRole = (typeof TURN_ROLES)[number]
