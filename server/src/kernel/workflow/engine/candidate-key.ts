import type { StaffActor } from '../../access/index.ts';
import type { Candidate } from '../interpreter/index.ts';

/** Names a candidate so that equal conditions have equal keys: `o:…|p:…|r:…`, or `u:…` for one person. */
export function candidateKey({ person, organisation, post, role }: Candidate): string {
  if (person !== undefined) return `u:${person}`;
  return [['o', organisation], ['p', post], ['r', role]].flatMap(([mark, value]) => (value === undefined ? [] : [`${mark}:${value}`])).join('|');
}

/**
 * Lists every key an officer answers to: oneself, and each combination of an organisation on the officer's path, a post
 * and a role. A candidate names at most one of each, so matching is one look-up by equality.
 */
export function candidateKeysOf(actor: StaffActor): string[] {
  const organisations = [undefined, ...actor.organizationPath.split('/').filter((id) => id !== '')];
  const posts = [undefined, ...actor.postCodes];
  const roles = [undefined, ...actor.roleCodes];
  const keys = organisations.flatMap((organisation) => posts.flatMap((post) => roles.map((role) => candidateKey({
    ...(organisation === undefined ? {} : { organisation }), ...(post === undefined ? {} : { post }), ...(role === undefined ? {} : { role }),
  }))));
  return [`u:${actor.id}`, ...keys.filter((key) => key !== '')];
}
