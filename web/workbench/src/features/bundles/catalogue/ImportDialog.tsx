import { DownloadOutlined } from '@ant-design/icons';
import type { Problem } from '@tongban/contract-kit';
import { getBundleTemplate, importBundles, type BundleImport } from '@tongban/server/src/modules/bundles/contract.ts';
import { Button, Checkbox, Modal } from 'antd';
import { useRef, useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.imports;
const mostBytes = 20 * 1024 * 1024;

/** Takes a list and tells row by row what became of it (CAT-12). */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [state, setState] = useState<{ busy: boolean; problem?: Problem; report?: BundleImport }>({ busy: false });
  const refresh = useRefresh();

  const missing = useMissing({ 'bundle-import-file': !file && words.needFile });
  async function send() {
    if (!missing.check() || !file) return;
    if (file.size > mostBytes) return setState({ busy: false, problem: { type: '', status: 0, kind: 'invalid', code: 'too-big', title: words.tooBig, traceId: '' } });
    const form = new FormData();
    form.append('file', file);
    setState({ busy: true });
    try {
      const report = await api.upload(importBundles, {}, form);
      refresh();
      setState({ busy: false, report });
    } catch (error) {
      setState({ busy: false, problem: problemOf(error) });
    }
  }
  const { report } = state;
  const restart = () => {
    setFile(undefined);
    setState({ busy: false });
  };
  return (
    <Modal
      open title={words.title} width={report ? 860 : 560} onCancel={onClose} cancelText={report ? text.close : text.cancel}
      okText={report ? words.again : state.busy ? words.sending : words.send} okButtonProps={{ loading: state.busy }}
      onOk={() => {
        if (report) restart();
        else void send();
      }}
    >
      {report ? <Report report={report} /> : (
        <div className="bundle-dialog">
          <p className="muted">{words.lead} <a href={api.url(getBundleTemplate, {})}><DownloadOutlined /> {text.template}</a></p>
          <ProblemAlert problem={state.problem} />
          <p>
            <Button id="bundle-import-file" onClick={() => chooser.current?.click()}>{words.choose}</Button> <span className="muted">{file?.name ?? ''}</span>
            <input
              ref={chooser} type="file" hidden aria-label={words.choose} accept=".xlsx,.csv"
              onChange={({ target }) => {
                const chosen = target.files?.[0];
                target.value = '';
                if (chosen) setFile(chosen);
              }}
            />
          </p>
          <Lack text={missing.of('bundle-import-file')} />
        </div>
      )}
    </Modal>
  );
}

const tones = { created: 'done', updated: 'todo', unchanged: 'neutral', refused: 'danger' } as const;

function Report({ report }: { report: BundleImport }) {
  const [onlyRefused, setOnlyRefused] = useState(report.refused > 0);
  const rows = onlyRefused ? report.rows.filter(({ outcome }) => outcome === 'refused') : report.rows;
  const { columns } = words;
  return (
    <div className="bundle-dialog">
      <p role="status">{words.summary(report.created, report.updated, report.unchanged, report.refused)}</p>
      {report.refused > 0 ? <Checkbox checked={onlyRefused} onChange={({ target }) => setOnlyRefused(target.checked)}>{words.onlyRefused}</Checkbox> : null}
      <div className="bundle-report">
        <table className="bundle-table">
          <thead><tr><th>{columns.number}</th><th>{columns.code}</th><th>{columns.name}</th><th>{columns.outcome}</th><th>{columns.reasons}</th></tr></thead>
          <tbody>
            {rows.length === 0 ? <tr><td colSpan={5}>{words.none}</td></tr> : rows.map((row) => (
              <tr key={row.number}>
                <td className="number">{row.number}</td><td className="number">{row.code}</td><td>{row.name}</td>
                <td><Tag tone={tones[row.outcome]}>{words.outcomes[row.outcome]}</Tag></td>
                <td>{row.reasons.map((reason) => <p key={reason}>{reason}</p>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
