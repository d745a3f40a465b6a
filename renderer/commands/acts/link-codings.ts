import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId, LinkId, SourceId } from '#shared/model/ids.ts'
import type { Link, LinkRelation } from '#shared/model/link.ts'
import { linksOf } from '#shared/query/links-of.ts'
import { codingIn } from './lookup.ts'
import { type ActResult, type ActWorld, MissingRecord, refuse } from './refusal.ts'
import { codeNameOf } from './reshape.ts'

/** A coding, by its source too, which it is found through. */
export interface CodingAt {
  readonly sourceId: SourceId
  readonly codingId: CodingId
}

/** A link, by the source that keeps it. */
export interface LinkAt {
  readonly sourceId: SourceId
  readonly linkId: LinkId
}

/** Says that one coding bears upon another, of any source. Refused to itself, and where just that is said already. */
export function linkCodings(
  state: ProjectState,
  { from, to, relation }: { readonly from: CodingAt; readonly to: CodingAt; readonly relation: LinkRelation },
  world: ActWorld,
): ActResult {
  codingIn(state, from.sourceId, from.codingId)
  codingIn(state, to.sourceId, to.codingId)
  const link: Link = {
    id: world.newId() as LinkId,
    sourceId: from.sourceId,
    from: from.codingId,
    relation,
    toSourceId: to.sourceId,
    to: to.codingId,
    createdBy: world.coderId,
    createdAt: world.at,
  }
  if (link.from === link.to) return refuse('refusal.linkToItself')
  if (isSaid(state, link)) return refuse('refusal.linkedAlready')
  return {
    name: `act.link.${relation}`,
    values: namesOf(state, link),
    changes: [{ kind: 'link', before: null, after: link }],
  }
}

/** Takes a link away. */
export function removeLink(state: ProjectState, at: LinkAt): ActResult {
  const link = linkIn(state, at)
  return {
    name: 'act.removeLink',
    values: namesOf(state, link),
    changes: [{ kind: 'link', before: link, after: null }],
  }
}

/** Turns a link round: what it went to, it comes from now. It is kept with the source of the coding that it goes out from. */
export function reverseLink(state: ProjectState, at: LinkAt): ActResult {
  const before = linkIn(state, at)
  const after: Link = {
    ...before,
    sourceId: before.toSourceId,
    from: before.to,
    toSourceId: before.sourceId,
    to: before.from,
  }
  if (isSaid(state, after)) return refuse('refusal.linkedAlready')
  const changes: readonly Change[] =
    before.sourceId === after.sourceId
      ? [{ kind: 'link', before, after }]
      : [
          { kind: 'link', before, after: null },
          { kind: 'link', before: null, after },
        ]
  return { name: 'act.reverseLink', values: namesOf(state, before), changes }
}

/** Gives a link another relation. */
export function changeLink(state: ProjectState, at: LinkAt & { readonly relation: LinkRelation }): ActResult {
  const before = linkIn(state, at)
  if (before.relation === at.relation) return refuse('refusal.sameValue')
  const after: Link = { ...before, relation: at.relation }
  if (isSaid(state, after)) return refuse('refusal.linkedAlready')
  return { name: 'act.changeLink', values: namesOf(state, before), changes: [{ kind: 'link', before, after }] }
}

function isSaid(state: ProjectState, { id, from, to, relation }: Link): boolean {
  return linksOf(state, from).outgoing.some((link) => link.id !== id && link.to === to && link.relation === relation)
}

function linkIn(state: ProjectState, { sourceId, linkId }: LinkAt): Link {
  const link = marksOf(state, sourceId).links.get(linkId)
  if (link === undefined) throw new MissingRecord(`no link ${linkId} in source ${sourceId}`)
  return link
}

function namesOf(state: ProjectState, link: Link): { readonly from: string; readonly to: string } {
  return {
    from: codeNameOf(state, codingIn(state, link.sourceId, link.from).coding),
    to: codeNameOf(state, codingIn(state, link.toSourceId, link.to).coding),
  }
}
