import { useMutation } from '@tanstack/react-query';
import { Button, Card, FileDrop, Spinner, Tabs, TextField } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { verifyLicenceFile } from '@tongban/server/src/modules/licences/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { formatSize, maximumFileSize } from '../../shared/files/file-rules.ts';
import { fileText } from '../../shared/files/text.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { ScanPanel } from './ScanPanel.tsx';
import { text } from './text.ts';
import { VerdictView } from './VerdictView.tsx';
import './verify.css';

function CodePanel({ onCode }: { onCode: (code: string) => void }) {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (code.trim().length >= 4) onCode(code.trim());
    else focusFirstFault(event.currentTarget);
  }
  return (
    <form className="stack stack--tight" noValidate onSubmit={submit}>
      <TextField
        label={text.code} hint={text.typeLead} value={code} maxLength={300} onChange={(event) => setCode(event.target.value)} autoComplete="off"
        error={tried && code.trim().length < 4 ? text.needCode : undefined}
      />
      <div><Button type="submit" variant="primary" size="large">{text.submit}</Button></div>
    </form>
  );
}

function FilePanel() {
  const [fault, setFault] = useState<string>();
  const verify = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return plainApi.upload(verifyLicenceFile, {}, form);
    },
  });
  function take(file: File | undefined) {
    if (!file || verify.isPending) return;
    const large = file.size > maximumFileSize;
    setFault(large ? fileText.tooLarge(file.name, formatSize(file.size), formatSize(maximumFileSize)) : undefined);
    if (!large) verify.mutate(file);
  }
  return (
    <div className="stack stack--tight">
      <p>{text.uploadLead}</p>
      {fault && <p className="tb-field__error" role="alert">{fault}</p>}
      {verify.isError && <ProblemNotice error={verify.error} />}
      {verify.isPending ? <p><Spinner /> {text.working}</p> : <FileDrop label={text.file} accept=".pdf" onFiles={([file]) => take(file)} />}
      {verify.data && <><p className="checked-file">{text.checkedFile(verify.variables.name)}</p><VerdictView result={verify.data} /></>}
    </div>
  );
}

/** The ways to verify a licence, for anybody. */
export function VerifyPage() {
  const navigate = useNavigate();
  const open = (code: string) => void navigate(links.verify(code));
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>} narrow>
      <Card>
        <Tabs
          label={text.ways}
          tabs={[
            { id: 'scan', label: text.scan, panel: <ScanPanel onCode={open} /> },
            { id: 'upload', label: text.upload, panel: <FilePanel /> },
            { id: 'type', label: text.type, panel: <CodePanel onCode={open} /> },
          ]}
        />
      </Card>
    </Page>
  );
}
