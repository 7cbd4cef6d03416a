/** How far one role reaches: everything, a region and below, an organisation and below, or one's own records. */
export type SingleScope =
  | { kind: 'all' }
  | { kind: 'region'; regionCode: string }
  | { kind: 'organization'; organizationPath: string }
  | { kind: 'own' };

/** How far a permission reaches: one scope, or several apart when roles over different places give it. */
export type DataScope = SingleScope | { kind: 'several'; scopes: readonly SingleScope[] };

/** An officer signed in to the workbench. */
export interface StaffActor {
  kind: 'staff';
  /** Account id. */
  id: string;
  name: string;
  sessionId: string;
  organizationId: string;
  organizationName: string;
  /** Materialised path of organisation ids, `/root/child/`. */
  organizationPath: string;
  regionCode: string;
  postCodes: readonly string[];
  roleCodes: readonly string[];
  /** How far each permission of the actor reaches, all roles together. */
  permissions: ReadonlyMap<string, DataScope>;
}

/** A natural person signed in to the portal, perhaps acting for someone who gave a mandate. */
export interface PersonActor {
  kind: 'person';
  id: string;
  name: string;
  sessionId: string;
  /** Whose case it is when the person acts for another (IDN-03); absent when acting for oneself. */
  actingFor?: {
    kind: 'person' | 'company';
    id: string;
    name: string;
    mandateId: string;
    /** Task type codes the mandate is limited to; absent when it covers every item. */
    itemCategories?: readonly string[];
  };
  /** The mandate the session acts by has ended; nothing is allowed until the person switches back to oneself. */
  mandateLapsed?: true;
  permissions: ReadonlyMap<string, DataScope>;
}

/** A job or an event handler of the platform itself. */
export interface SystemActor {
  kind: 'system';
  id: string;
  name: string;
}

export interface AnonymousActor {
  kind: 'anonymous';
  id: 'anonymous';
  name: '访客';
}

/** Who performs an action. */
export type Actor = StaffActor | PersonActor | SystemActor | AnonymousActor;

export const anonymous: AnonymousActor = { kind: 'anonymous', id: 'anonymous', name: '访客' };

/** The actor of a background job; `name` is shown in timelines, e.g. 系统自动. */
export function systemActor(id: string, name = '系统自动'): SystemActor {
  return { kind: 'system', id, name };
}
