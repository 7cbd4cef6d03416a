import { listMaterialUses, type MaterialUse, type MaterialView } from '@tongban/server/src/modules/materials/contract.ts';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { usePaged } from '../../shared/list/use-paged.ts';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

const words = text.uses;

const columns: readonly Column<MaterialUse>[] = [
  { key: 'item', title: words.item, fixed: true, render: (row) => <span className="list__strong">{row.itemName}</span> },
  { key: 'department', title: words.department, width: '9rem', wrap: true, render: (row) => row.departmentName },
  { key: 'version', title: words.version, width: '9rem', render: (row) => `${text.version(row.versionNumber)}　${text.versionStates[row.versionState]}` },
  { key: 'name', title: words.name, width: '12rem', render: (row) => row.name },
  { key: 'code', title: words.code, width: '7rem', render: (row) => <span className="number">{row.standardCode}</span> },
];

/** Who uses this: every place where an item asks for the material. */
export function UsesPart({ material }: { material: MaterialView }) {
  const navigate = useNavigate();
  const paged = usePaged({
    key: [listMaterialUses.id, material.id],
    fetch: (page, signal) => api.call(listMaterialUses, { params: { materialId: material.id }, query: page }, { signal }),
  });
  const [title, detail] = text.detail.noUses;
  return (
    <ListTable
      label={text.detail.uses}
      columns={columns}
      rows={paged.rows}
      rowKey={(row) => `${row.versionId}/${row.key}`}
      paged={paged}
      onOpen={(row) => {
        void navigate(links.catalogueVersion(row.versionId));
      }}
      empty={<Empty title={title ?? ''}>{detail}</Empty>}
    />
  );
}
