import { requirePerson } from '../../access/index.ts';
import type { Context } from '../../context.ts';
import type { OwnProfile } from '../contract.ts';
import { unsafeReadPerson } from '../services/persons.ts';

/** The signed-in person's own record; the numbers stay masked even on one's own screen. */
export async function getOwnProfile(ctx: Context): Promise<OwnProfile> {
  const person = await unsafeReadPerson(ctx, requirePerson(ctx).id, '本人查看本人资料');
  const { id, name, documentType, documentTypeName, documentNumberMasked, mobileMasked, birthDate, verifiedBy } = person;
  return { id, name, documentType, documentTypeName, documentNumberMasked, mobileMasked, birthDate, verifiedBy };
}
