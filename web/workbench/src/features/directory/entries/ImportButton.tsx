import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import type { Problem } from '@tongban/contract-kit';
import { getEntryTemplate, importEntries, previewImport, type EntryImportPreview } from '@tongban/server/src/modules/directory/entry.contract.ts';
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
import { ImportPreview } from './ImportPreview.tsx';

const words = text.imports;
const mostBytes = 20 * 1024 * 1024;

/** Asks whose directory a file is, shows what it would change and takes it (CAT-12). */
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

/** The file and the directory, then the preview; going back keeps the choice. */
function ImportDialog({ onClose }: { onClose: () => void }) {
  const [regionCode, setRegionCode] = useState(nationalDirectory);
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<EntryImportPreview>();
  const [state, setState] = useState<{ busy: boolean; problem: Problem | undefined }>({ busy: false, problem: undefined });
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const missing = useMissing({ 'entry-import-file': !file && words.needFile });

  /** Sends the file, to be looked at or to be taken. */
  async function send<Answer>(upload: (form: FormData) => Promise<Answer>, done: (answer: Answer) => void) {
    if (!missing.check() || !file) return;
    if (file.size > mostBytes) return setState({ busy: false, problem: { type: '', status: 0, kind: 'invalid', code: 'too-big', title: text.tooBig, traceId: '' } });
    const form = new FormData();
    form.append('regionCode', regionCode);
    form.append('file', file);
    setState({ busy: true, problem: undefined });
    try {
      done(await upload(form));
      setState({ busy: false, problem: undefined });
    } catch (error) {
      setState({ busy: false, problem: problemOf(error) });
    }
  }
  const look = () => send((form) => api.upload(previewImport, {}, form), setPreview);
  const take = () => send((form) => api.upload(importEntries, {}, form), (made) => {
    refresh();
    onClose();
    void message.success(made.state === 'empty' ? words.nothing : words.imported);
    void navigate(links.directoryImport(made.id));
  });
  const nothing = preview !== undefined && preview.created + preview.changed === 0;
  return (
    <Modal
      open
      title={preview === undefined ? words.chooseTitle : words.previewTitle(file?.name ?? '')}
      onCancel={onClose}
      width={preview === undefined ? 560 : 'min(60rem, 94vw)'}
      footer={(
        <>
          {preview === undefined ? <Button onClick={onClose}>{text.cancel}</Button> : <Button disabled={state.busy} onClick={() => setPreview(undefined)}>{words.back}</Button>}
          {nothing ? <Button type="primary" onClick={onClose}>{words.close}</Button> : (
            <Button type="primary" loading={state.busy} onClick={() => { void (preview === undefined ? look() : take()); }}>{state.busy ? text.uploading : preview === undefined ? words.look : words.send(preview.created + preview.changed)}</Button>
          )}
        </>
      )}
    >
      <ProblemAlert problem={state.problem} />
      {preview === undefined ? <FileChoice regionCode={regionCode} onRegion={setRegionCode} file={file} onFile={setFile} lack={missing.of('entry-import-file')} /> : (
        <>
          <ImportPreview preview={preview} />
          <p className="directory__note" style={{ marginTop: '0.75rem' }}>{nothing ? words.nothingToTake : words.takeLead}</p>
        </>
      )}
    </Modal>
  );
}

interface FileChoiceProps { regionCode: string; onRegion: (regionCode: string) => void; file: File | undefined; onFile: (file: File) => void; lack: string | undefined }

function FileChoice({ regionCode, onRegion, file, onFile, lack }: FileChoiceProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const directories = useDirectories();
  return (
    <>
      <p className="directory__note">
        {words.chooseLead} <a href={api.url(getEntryTemplate, {})}><DownloadOutlined /> {text.template}</a>
      </p>
      <div className="entry-form" style={{ marginTop: '0.75rem' }}>
        <div>
          <label htmlFor="import-region">{words.region}</label>
          <Select id="import-region" style={{ width: '100%' }} value={regionCode} options={directories} onChange={onRegion} />
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
              if (chosen) onFile(chosen);
            }}
          />
        </div>
        <Lack text={lack} />
      </div>
    </>
  );
}
