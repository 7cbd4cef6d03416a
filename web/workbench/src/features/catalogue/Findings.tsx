import { elementLabel, type ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button } from 'antd';
import { Tag } from '../../shared/case/tags.tsx';
import { useMend } from '../../shared/items/use-mend.ts';
import { useHolds } from '../../shared/session/session.ts';
import { text } from './text.ts';

const words = text.findings;

/** What the consistency rules of the guide found, each with the way to where it is mended; errors keep the version from being published. */
export function Findings({ version: { findings, itemId, state } }: { version: ItemVersion }) {
  const { mend, busy } = useMend();
  const mayEdit = useHolds('catalog.item.edit') && (state === 'draft' || state === 'published');
  if (findings.length === 0) return <p className="version__note">{words.none}</p>;
  const errors = findings.filter(({ severity, exception }) => severity === 'error' && exception === undefined).length;
  return (
    <div className="version__pad">
      <p className="muted">{words.count(errors, findings.length - errors)}</p>
      <ul className="findings">
        {findings.toSorted((a, b) => a.severity.localeCompare(b.severity)).map((finding) => (
          <li key={`${finding.rule}${finding.path}${finding.message}`}>
            <Tag tone={finding.severity === 'error' ? 'danger' : 'warning'}>{words[finding.severity]}</Tag>
            <span className="findings__say">
              {finding.message}
              <span className="faint small">　{words.mend}：{finding.mend}</span>
              {finding.exception ? <span className="muted small">　{words.exception(finding.exception.byName, finding.exception.reason)}</span> : null}
            </span>
            <span className="faint small" title={finding.path}>{elementLabel(finding.path)}</span>
            {mayEdit ? (
              <Button size="small" type="link" disabled={busy} aria-label={words.goto(elementLabel(finding.path))} onClick={() => { void mend(itemId, finding.path); }}>
                {words.go}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
