import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import type { Problem } from '@tongban/contract-kit';
import { getEntryTemplate, importEntries } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { App, Button, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, problemOf } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { nationalDirectory, useDirectories } from '../use-directories.ts';

const words = text.imports;
const mostBytes = 20 * 1024 * 1024;

/** Asks whose directory a file is and takes it (CAT-12). */
export function ImportButton() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => setAsking(true)}>
        {text.upload}
      </Button>
      {asking ? <ImportDialog onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function ImportDialog({ onClose }: { onClose: () => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [regionCode, setRegionCode] = useState(nationalDirectory);
  const [file, setFile] = useState<File>();
  const [state, setState] = useState<{ busy: boolean; problem: Problem | undefined }>({ busy: false, problem: undefined });
  const directories = useDirectories();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();

  const missing = useMissing({ 'entry-import-file': !file && words.needFile });

  async function send() {
    if (!missing.check() || !file) return;
    if (file.size > mostBytes) return setState({ busy: false, problem: { type: '', status: 0, kind: 'invalid', code: 'too-big', title: text.tooBig, traceId: '' } });
    const form = new FormData();
    form.append('regionCode', regionCode);
    form.append('file', file);
    setState({ busy: true, problem: undefined });
    try {
      const made = await api.upload(importEntries, {}, form);
      refresh();
      void message.success(made.state === 'empty' ? words.nothing : words.imported);
      void navigate(links.directoryImport(made.id));
    } catch (error) {
      setState({ busy: false, problem: problemOf(error) });
    }
  }
  return (
    <Modal
      open
      title={words.chooseTitle}
      onCancel={onClose}
      okText={state.busy ? text.uploading : words.send}
      confirmLoading={state.busy}
      onOk={() => {
        void send();
      }}
      cancelText={text.cancel}
      width={560}
    >
      <p className="directory__note">
        {words.chooseLead} <a href={api.url(getEntryTemplate, {})}><DownloadOutlined /> {text.template}</a>
      </p>
      <ProblemAlert problem={state.problem} />
      <div className="entry-form" style={{ marginTop: '0.75rem' }}>
        <div>
          <label htmlFor="import-region">{words.region}</label>
          <Select id="import-region" style={{ width: '100%' }} value={regionCode} options={directories} onChange={setRegionCode} />
        </div>
        <div className="batch">
          <Button id="entry-import-file" onClick={() => chooser.current?.click()}>{words.file}</Button>
          <span className="muted">{file?.name ?? ''}</span>
          <input
            ref={chooser}
            type="file"
            hidden
            aria-label={words.file}
            accept=".json,.xlsx,.csv"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen) setFile(chosen);
            }}
          />
        </div>
        <Lack text={missing.of('entry-import-file')} />
      </div>
    </Modal>
  );
}
