import { defineModule } from '../../kernel/module/index.ts';
import { licencesMigrations } from './migrations.ts';

export { findUsableLicences, requireUsableLicences } from './queries/usable-licences.ts';
export type { Holder, UsableLicence } from './queries/usable-licences.ts';

/** Electronic licences: issued on decision, sealed, verified by anyone, revoked at once (LIC-01 … LIC-06). */
export const licences = defineModule({ name: 'licences', uses: [], migrations: licencesMigrations });
