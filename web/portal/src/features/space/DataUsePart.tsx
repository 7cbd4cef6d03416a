import { Card, Table } from '@tongban/ui';
import { ScanEye } from 'lucide-react';
import { Link } from 'react-router';
import { listMyLicenceUses } from '@tongban/server/src/modules/licences/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { PagedList } from './PagedList.tsx';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.dataUse;

/** 谁用过我的数据: every use of my licences, with who and what for. */
export function DataUsePart() {
  return (
    <SpacePart title={text.parts.dataUse} lead={t.lead}>
      <Card>
        <PagedList
          queryKey={['licences.list-my-uses']} unit={t.unit} load={(page) => api.call(listMyLicenceUses, { query: page })}
          empty={{ icon: <ScanEye size={48} aria-hidden="true" />, title: t.empty, detail: t.emptyDetail }}
        >
          {(items) => (
            <Table
              caption={text.parts.dataUse} rows={items} rowKey={(use) => use.id}
              columns={[
                { key: 'at', title: t.at, cell: (use) => formatDateTime(use.at) },
                { key: 'licence', title: t.licence, cell: (use) => <Link to={`${links.space('licences')}/${use.licenceId}`}>{use.licenceName}</Link> },
                { key: 'by', title: t.by, cell: (use) => use.by },
                { key: 'purpose', title: t.purpose, cell: (use) => (use.times > 1 ? t.severalTimes(use.purpose, use.times) : use.purpose) },
                { key: 'case', title: t.case, cell: (use) => use.caseNumber ?? '' },
              ]}
            />
          )}
        </PagedList>
      </Card>
    </SpacePart>
  );
}
