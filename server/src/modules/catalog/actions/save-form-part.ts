import { checkDefinition, type FormDefinition } from '@tongban/form-model';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { getFormPartRecord, mayEdit } from '../queries/form-parts.ts';
import type { CatalogTables } from '../tables.ts';

interface PartContent { name: string; section: Record<string, unknown> }

/** What others would copy must be usable by itself: its rules read nothing outside of it. */
function cleanSection({ name, section }: PartContent): Record<string, unknown> {
  const { shared: _shared, ...own } = section;
  const [fault] = checkDefinition({ formatVersion: 1, title: name, sections: [own] } as unknown);
  if (fault) throw fail('catalog.form-part-invalid', { fault: fault.message });
  return own as FormDefinition['sections'][number];
}

/** Puts a group of fields into the shared library (FRM-04); gives its id. @throws catalog.form-part-invalid, catalog.form-part-name */
export async function addFormPart(ctx: Context, input: PartContent): Promise<string> {
  const staff = requireStaff(ctx);
  const section = cleanSection(input);
  const id = createId();
  const batch = new WriteBatch();
  batch.onViolation('form_part_name', () => fail('catalog.form-part-name', { name: input.name }));
  writesFor<CatalogTables>(batch).insert('catalog.formPart', {
    id, name: input.name, section, revision: 1, organizationId: staff.organizationId, organizationPath: staff.organizationPath, regionCode: staff.regionCode,
    savedAt: ctx.kernel.clock.now(), savedById: staff.id, savedByName: staff.name,
  });
  recordAudit(ctx, batch, { action: 'catalog.add-form-part', objectType: 'form-part', objectId: id, detail: { name: input.name } });
  await commit(ctx, batch);
  return id;
}

/** Changes a shared group; copies in forms stay as they are until their editors take the change over. @throws catalog.form-part-stale, catalog.form-part-not-yours */
export async function editFormPart(ctx: Context, partId: string, input: PartContent & { revision: number }): Promise<void> {
  const staff = requireStaff(ctx);
  const record = await getFormPartRecord(ctx, partId);
  if (!mayEdit(ctx, record)) throw fail('catalog.form-part-not-yours');
  const section = cleanSection(input);
  const batch = new WriteBatch();
  batch.onViolation('form_part_name', () => fail('catalog.form-part-name', { name: input.name }));
  writesFor<CatalogTables>(batch).update('catalog.formPart',
    { name: input.name, section, revision: input.revision + 1, savedAt: ctx.kernel.clock.now(), savedById: staff.id, savedByName: staff.name },
    { id: partId, revision: input.revision }, { expected: 1, otherwise: () => fail('catalog.form-part-stale') });
  recordAudit(ctx, batch, { action: 'catalog.edit-form-part', objectType: 'form-part', objectId: partId, detail: { name: input.name, revision: input.revision + 1 } });
  await commit(ctx, batch);
}
