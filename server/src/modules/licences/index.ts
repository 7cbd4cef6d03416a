import { defineModule } from '../../kernel/module/index.ts';
import { licenceMergers } from './mergers.ts';
import { licencesMigrations } from './migrations.ts';
import { licenceRoutes } from './routes/licence-routes.ts';
import { licenceTypeRoutes } from './routes/licence-type-routes.ts';
import { manageTypes } from './type-record.ts';

export { completeLicence } from './actions/complete-licence.ts';
export { findLicenceOfCase, getLicenceType, issueLicence, type LicenceRecord, type NewLicence } from './actions/issue-licence.ts';
export { countTrace as recordFaceReading } from './actions/count-trace.ts';
export { recordLicenceUse } from './actions/record-use.ts';
export { addLicenceEnd } from './actions/revoke-licence.ts';
export { addLicenceType } from './actions/write-licence-type.ts';
export { licenceEvents } from './events.ts';
export { LicenceType } from './licence-type.contract.ts';
export { listLicenceTypes, type ListedLicenceType } from './queries/list-licence-types.ts';
export { formLinesOf } from './type-record.ts';
export { findUsableLicences, listHeldLicences, requireUsableLicences } from './queries/usable-licences.ts';
export { unsafeFindLicenceFile } from './queries/licence-file.ts';
export { unsafeReadFaces, unsafeReadFacesOf, type LicenceFace } from './queries/read-faces.ts';
export { unsafeReadReferences, type LicenceReference } from './queries/read-references.ts';
export { listExpiring, type ExpiringLicence } from './queries/list-expiring.ts';
export type { HeldLicence, Holder, UsableLicence } from './queries/usable-licences.ts';

/** Electronic licences: issued on decision, sealed, verified by anyone, revoked at once (LIC-01 … LIC-06). */
export const licences = defineModule({
  name: 'licences', uses: ['catalog', 'templates', 'seals'], mergers: licenceMergers, migrations: licencesMigrations, routes: [...licenceRoutes, ...licenceTypeRoutes],
  permissions: [
    { code: 'licences.licence.view-own', label: '查看本人电子证照', everyPerson: true },
    { code: 'licences.licence.view', label: '查询签发的证照', defaultRoles: ['window-clerk', 'licence-issuer', 'decider', 'supervisor'] },
    { code: 'licences.type.view', label: '查看证照目录', defaultRoles: ['item-administrator', 'licence-issuer', 'decider', 'supervisor'] },
    { code: manageTypes, label: '管理证照目录', defaultRoles: ['item-administrator'] },
    { code: 'licences.licence.revoke', label: '撤销、注销、暂扣证照', defaultRoles: ['decider', 'licence-issuer'] },
  ],
});
