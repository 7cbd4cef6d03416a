import type { ResponseOf } from '@tongban/contract-kit';
import { listMappingUses, type MappingLine } from '@tongban/server/src/modules/materials/contract.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useListed } from '../../shared/list/use-listed.ts';
import { text } from './text.ts';

const words = text.mapping;
type Use = ResponseOf<typeof listMappingUses>['items'][number];

const columns: readonly Column<Use>[] = [
  { key: 'item', title: text.uses.item, render: (row) => <span className="list__strong">{row.itemName}</span> },
  { key: 'department', title: text.uses.department, width: '9rem', wrap: true, render: (row) => row.departmentName },
  { key: 'name', title: text.uses.name, width: '14rem', render: (row) => row.name },
  { key: 'code', title: words.columns.code, width: '8rem', render: (row) => <span className="number">{row.standardCode}</span> },
  { key: 'current', title: words.columns.current, width: '18rem', render: (row) => (row.currentCode ? `${row.currentCode}　${row.currentName ?? ''}` : text.none) },
];

/** Materials of items that still have a code that was merged; it resolves, and may be brought up to date. */
export function OutdatedCodes({ departmentId, onPreview }: { departmentId: string | undefined; onPreview: (lines: readonly MappingLine[]) => void }) {
  const query = { outdated: true, ...(departmentId ? { departmentId } : {}) };
  const paged = useListed(listMappingUses, query);
  const lines = paged.rows.flatMap(({ itemId, key, currentCode }) => (currentCode === null ? [] : [{ itemId, key, standardCode: currentCode }]));
  return (
    <>
      {lines.length > 0 ? <div className="materials__tools"><PrimaryButton onPress={() => onPreview(lines)}>{words.previewOutdated}</PrimaryButton></div> : null}
      <ListFrame
        label={words.tabs.outdated}
        columns={columns}
        rowKey={(row) => `${row.versionId}/${row.key}`}
        paged={paged}
        minWidth="60rem"
        empty={words.emptyOutdated}
      />
    </>
  );
}
