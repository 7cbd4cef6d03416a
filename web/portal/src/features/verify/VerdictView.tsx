import { Card, DescriptionList, Table } from '@tongban/ui';
import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import { licenceStateLabels, type Verification } from '@tongban/server/src/modules/licences/contract.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { text } from './text.ts';

const looks = {
  'genuine': { tone: 'success', Icon: CircleCheck },
  'not-in-force': { tone: 'warning', Icon: TriangleAlert },
  'altered': { tone: 'danger', Icon: CircleX },
  'unknown': { tone: 'danger', Icon: CircleHelp },
} as const;

/** What a stranger learns: the verdict in one look, then what was checked, then what may be public. */
export function VerdictView({ result }: { result: Verification }) {
  const { tone, Icon } = looks[result.verdict];
  const { licence } = result;
  return (
    <div className="stack">
      <div className={`verdict tb-tone--${tone}`} role="status">
        <Icon size={56} aria-hidden="true" />
        <div>
          <p className="verdict__word">{text.verdicts[result.verdict]}</p>
          <p>{result.message}</p>
          <p className="muted">{text.checkedAt(formatDateTime(result.checkedAt))}</p>
        </div>
      </div>
      {licence && (
        <Card title={licence.typeName}>
          <DescriptionList entries={[
            { term: text.fields.holder, value: licence.holderName },
            { term: text.fields.number, value: licence.number },
            { term: text.fields.identifier, value: <span className="identifier">{licence.identifier}</span> },
            { term: text.fields.issuer, value: licence.issuerName },
            { term: text.fields.issuedOn, value: formatDate(licence.issuedOn) },
            { term: text.fields.validity, value: text.validRange(formatDate(licence.validFrom), licence.validTo ? formatDate(licence.validTo) : undefined) },
            { term: text.fields.state, value: licenceStateLabels[licence.state] },
            { term: text.fields.stateReason, value: licence.stateReason },
            { term: text.fields.seal, value: licence.sealName },
            { term: text.fields.signedBy, value: licence.signedBy },
          ]} />
        </Card>
      )}
      {result.checks.length > 0 && (
        <Card title={text.checks}>
          <Table
            caption={text.checks} rows={result.checks} rowKey={(check) => check.name}
            columns={[
              { key: 'name', title: text.checks, width: '7em', cell: (check) => check.name },
              {
                key: 'passed', title: text.resultTitle, width: '8em',
                cell: (check) => (
                  <span className={`check tb-tone--${check.passed === null ? 'neutral' : check.passed ? 'success' : 'danger'}`}>
                    {check.passed === null ? text.skipped : check.passed ? text.passed : text.failed}
                  </span>
                ),
              },
              { key: 'detail', title: text.checkDetail, cell: (check) => check.detail },
            ]}
          />
        </Card>
      )}
    </div>
  );
}
