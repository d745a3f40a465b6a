/** Names the recogniser that this build has, by its source; see `scripts/recogniser-mark.ts`. */
declare const __RECOGNISER__: string
