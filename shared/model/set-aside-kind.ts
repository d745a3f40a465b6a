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
] as const
export type SetAsideKind = (typeof SET_ASIDE_KINDS)[number]
