import { useQuery, useQueryClient } from '@tanstack/react-query';
import { checkDefinition, type FormDefinition, isFormDefinition } from '@tongban/form-model';
import { getItemVersion, type ItemForm, type ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { Alert, Button, Input, Tooltip } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { withElement, type ElementsKeeper } from '../editor/elements-keeper.ts';
import { MergePanel } from '../editor/MergePanel.tsx';
import { Standing } from '../editor/Standing.tsx';
import { useElements } from '../editor/use-elements.ts';
import { text } from '../text.ts';
import { blankDefinition } from './AddFormDialog.tsx';
import { Designer } from './Designer.tsx';
import '../catalogue.css';
import '../editor/editor.css';
import './forms.css';

const words = text.forming.page;

/** Where a form of a version is designed; saved with the version as one works (FRM-01 … FRM-04). */
export function FormPage() {
  const { versionId = '', formKey = '' } = useParams();
  // As in the element editor: what is typed is merged with what others save, so the page itself is read once, and anew when it is opened.
  const version = useQuery({
    queryKey: [getItemVersion.id, versionId, 'form'], staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false,
    queryFn: () => api.call(getItemVersion, { params: { versionId } }),
  });
  return <PageState query={version} lines={12}>{(data) => <FormOf key={`${data.versionId} ${formKey}`} version={data} formKey={formKey} />}</PageState>;
}

function FormOf({ version, formKey }: { version: ItemVersion; formKey: string }) {
  const keeper = useElements(version);
  const [filters, setFilters] = useFilters(['tab']);
  const locked = version.lockedElements.includes('forms');
  const readOnly = !version.abilities.edit || locked || keeper.state === 'closed';
  const form = keeper.elements.forms.find(({ key }) => key === formKey);
  const change = (part: Partial<ItemForm>, name: string): void => {
    keeper.change(withElement(keeper.elements, 'forms', keeper.elements.forms.map((one) => (one.key === formKey ? { ...one, ...part } : one))), `forms.${formKey}.${name}`);
  };
  return (
    <Page
      title={words.title(keeper.elements.name, form?.name ?? words.missing)} aside={<Standing version={version} keeper={keeper} />}
      actions={<Actions version={version} keeper={keeper} readOnly={readOnly} />}
    >
      {locked ? <Alert type="info" showIcon title={words.locked} /> : null}
      {keeper.state === 'conflict' ? <MergePanel keeper={keeper} /> : null}
      {keeper.state === 'failed' ? <ProblemAlert problem={keeper.problem} /> : null}
      {keeper.mergedFrom === undefined ? null : <Alert type="info" showIcon closable title={text.editing.merged(keeper.mergedFrom)} />}
      {form === undefined ? (
        <Empty title={words.missing} action={<Link to={links.catalogueEdit(version.versionId, 'forms')}>{words.toList}</Link>}>{words.missingDetail}</Empty>
      ) : (
        <div className="form-page">
          {readOnly ? null : <label className="form-page__name">{words.rename} <Input value={form.name} maxLength={100} onChange={({ target }) => change({ name: target.value }, 'name')} /></label>}
          {isFormDefinition(form.definition)
            ? <Designer version={version} keeper={keeper} form={form} definition={form.definition} readOnly={readOnly} tab={filters.tab} onTab={(tab) => setFilters({ tab: tab === 'design' ? undefined : tab })} onChange={change} />
            : <Broken form={form} readOnly={readOnly} onRestart={(definition) => change({ definition }, 'restart')} />}
        </div>
      )}
    </Page>
  );
}

function Broken({ form, readOnly, onRestart }: { form: ItemForm; readOnly: boolean; onRestart: (definition: FormDefinition) => void }) {
  return (
    <Alert
      type="error" showIcon title={words.broken} action={readOnly ? null : <Button onClick={() => onRestart(blankDefinition(form.name || text.forming.untitled))}>{words.restart}</Button>}
      description={<>{words.brokenDetail}<ul className="dots">{checkDefinition(form.definition).map(({ path, message }) => <li key={path + message}>{message}</li>)}</ul></>}
    />
  );
}

function Actions({ version, keeper, readOnly }: { version: ItemVersion; keeper: ElementsKeeper; readOnly: boolean }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = (to: string) => {
    void keeper.flush().then(() => {
      void client.invalidateQueries({ queryKey: [getItemVersion.id, version.versionId] });
      return navigate(to);
    });
  };
  return (
    <>
      {readOnly ? <span className="muted small">{text.guiding.readOnly}</span> : (
        <>
          <Tooltip title={text.editing.undoKey}><Button disabled={!keeper.canUndo} onClick={() => keeper.undo()}>{text.editing.undo}</Button></Tooltip>
          <Tooltip title={text.editing.redoKey}><Button disabled={!keeper.canRedo} onClick={() => keeper.redo()}>{text.editing.redo}</Button></Tooltip>
          <Button onClick={() => leave(links.catalogueEdit(version.versionId, 'forms'))}>{words.forms}</Button>
        </>
      )}
      <Button onClick={() => leave(links.catalogueVersion(version.versionId))}>{text.editing.view}</Button>
    </>
  );
}
