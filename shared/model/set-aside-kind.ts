/** What a stretch that is no speech was taken for. */
export const SET_ASIDE_KINDS = [
  'headline',
  'subheading',
  'jump-line',
  'caption',
  'credit',
  'page-number',
  'running-head',
  'end-mark',
  'preamble',
  'note',
  // What happened while somebody spoke: read with the talk, and no part of what anybody says.
  'event',
] as const
export type SetAsideKind = (typeof SET_ASIDE_KINDS)[number]
