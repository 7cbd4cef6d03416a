import { Spin } from 'antd';
import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { CrashPage } from './CrashPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

/** Where code cannot be fetched, the router draws nothing at all and does not ask for it again: the page says so itself. */
const fetchWith = <M,>(load: () => Promise<M>, pick: (module: M) => ComponentType) => async (): Promise<{ Component: ComponentType }> =>
  ({ Component: await load().then(pick, () => CrashPage) });

/** A page whose code is fetched when it is first opened. */
function page<M>(path: string, load: () => Promise<M>, pick: (module: M) => ComponentType): RouteObject {
  return { path, errorElement: <CrashPage />, lazy: fetchWith(load, pick) };
}

/** Shown before the first page's code is here. */
function Opening() {
  return (
    <div className="boot">
      <Spin />
    </div>
  );
}

const pages: RouteObject[] = [
  { index: true, errorElement: <CrashPage />, lazy: fetchWith(() => import('../features/home/HomePage.tsx'), (m) => m.HomePage) },
  page('inbox/:box?', () => import('../features/inbox/InboxPage.tsx'), (m) => m.InboxPage),
  page('bundle-cases', () => import('../features/bundle-cases/BundleCasesPage.tsx'), (m) => m.BundleCasesPage),
  page('bundle-cases/:applicationId', () => import('../features/bundle-cases/BundleCasePage.tsx'), (m) => m.BundleCasePage),
  page('cases', () => import('../features/case-search/CaseSearchPage.tsx'), (m) => m.CaseSearchPage),
  page('cases/:caseId', () => import('../features/case/CasePage.tsx'), (m) => m.CasePage),
  page('registration', () => import('../features/registration/RegistrationPage.tsx'), (m) => m.RegistrationPage),
  page('registration/items/:itemId', () => import('../features/registration/StartPage.tsx'), (m) => m.StartPage),
  page('registration/bundles/:bundleId', () => import('../features/registration/bundle/BundleStartPage.tsx'), (m) => m.BundleStartPage),
  page('registration/bundle-receipts/:applicationId', () => import('../features/registration/bundle/BundleReceiptPage.tsx'), (m) => m.BundleReceiptPage),
  page('registration/drafts/:draftId', () => import('../features/registration/draft/DraftPage.tsx'), (m) => m.DraftPage),
  page('registration/receipts/:caseId', () => import('../features/registration/ReceiptPage.tsx'), (m) => m.ReceiptPage),
  page('registration/supplements/:caseId', () => import('../features/registration/SupplementPage.tsx'), (m) => m.SupplementPage),
  page('calling', () => import('../features/halls/calling/CallingPage.tsx'), (m) => m.CallingPage),
  page('halls', () => import('../features/halls/watch/HallsPage.tsx'), (m) => m.HallsPage),
  page('halls/:hallId', () => import('../features/halls/watch/HallPage.tsx'), (m) => m.HallPage),
  page('halls/:hallId/devices', () => import('../features/halls/devices/DevicesPage.tsx'), (m) => m.DevicesPage),
  page('halls/:hallId/settings', () => import('../features/halls/settings/SettingsPage.tsx'), (m) => m.SettingsPage),
  page('supervision', () => import('../features/supervision/SupervisionPage.tsx'), (m) => m.SupervisionPage),
  page('step-times', () => import('../features/supervision/steps/StepTimesPage.tsx'), (m) => m.StepTimesPage),
  page('supervision-orders', () => import('../features/supervision/orders/OrdersPage.tsx'), (m) => m.OrdersPage),
  page('supervision-orders/:orderId', () => import('../features/supervision/orders/OrderPage.tsx'), (m) => m.OrderPage),
  page('supervision/rules', () => import('../features/supervision/rules/RulesPage.tsx'), (m) => m.RulesPage),
  page('spot-checks', () => import('../features/supervision/spot-checks/SpotChecksPage.tsx'), (m) => m.SpotChecksPage),
  page('spot-checks/:checkId', () => import('../features/supervision/spot-checks/SpotCheckPage.tsx'), (m) => m.SpotCheckPage),
  page('supervision/signals/:signalId', () => import('../features/supervision/SignalLink.tsx'), (m) => m.SignalLink),
  page('rectifications', () => import('../features/rectifications/RectificationsPage.tsx'), (m) => m.RectificationsPage),
  page('rectifications/:taskId', () => import('../features/rectifications/RectificationPage.tsx'), (m) => m.RectificationPage),
  page('stuck-matters', () => import('../features/stuck-matters/MattersPage.tsx'), (m) => m.MattersPage),
  page('stuck-matters/new', () => import('../features/stuck-matters/RegisterPage.tsx'), (m) => m.RegisterPage),
  page('stuck-matters/:matterId', () => import('../features/stuck-matters/MatterPage.tsx'), (m) => m.MatterPage),
  page('archives', () => import('../features/archives/ArchivesPage.tsx'), (m) => m.ArchivesPage),
  page('hand-out', () => import('../features/collection/HandOutPage.tsx'), (m) => m.HandOutPage),
  page('hand-out/:caseId', () => import('../features/collection/HandOutCasePage.tsx'), (m) => m.HandOutCasePage),
  page('custody', () => import('../features/custody/CustodyPage.tsx'), (m) => m.CustodyPage),
  page('custody/batches/:batchId', () => import('../features/custody/BatchPage.tsx'), (m) => m.BatchPage),
  page('custody/envelopes/:envelopeId', () => import('../features/custody/EnvelopePage.tsx'), (m) => m.EnvelopePage),
  page('licences', () => import('../features/licences/LicenceListPage.tsx'), (m) => m.LicenceListPage),
  page('licences/:licenceId', () => import('../features/licences/LicencePage.tsx'), (m) => m.LicencePage),
  page('seals', () => import('../features/licences/SealListPage.tsx'), (m) => m.SealListPage),
  page('licence-types', () => import('../features/licences/types/TypeListPage.tsx'), (m) => m.TypeListPage),
  page('licence-types/new', () => import('../features/licences/types/NewTypePage.tsx'), (m) => m.NewTypePage),
  page('licence-types/:code', () => import('../features/licences/types/TypePage.tsx'), (m) => m.TypePage),
  page('organizations', () => import('../features/administration/organizations/OrganizationsPage.tsx'), (m) => m.OrganizationsPage),
  page('staff', () => import('../features/administration/organizations/StaffPage.tsx'), (m) => m.StaffPage),
  page('roles', () => import('../features/administration/roles/RolesPage.tsx'), (m) => m.RolesPage),
  page('audit', () => import('../features/administration/audit/AuditPage.tsx'), (m) => m.AuditPage),
  page('outbox', () => import('../features/message-channels/ChannelsPage.tsx'), (m) => m.ChannelsPage),
  page('self-built-systems', () => import('../features/self-built/SystemsPage.tsx'), (m) => m.SystemsPage),
  page('self-built-systems/:systemId', () => import('../features/self-built/SystemPage.tsx'), (m) => m.SystemPage),
  page('site', () => import('../features/administration/site/SitePage.tsx'), (m) => m.SitePage),
  page('calendar', () => import('../features/administration/calendar/CalendarPage.tsx'), (m) => m.CalendarPage),
  page('catalogue', () => import('../features/catalogue/CataloguePage.tsx'), (m) => m.CataloguePage),
  page('catalogue/versions/:versionId', () => import('../features/catalogue/VersionPage.tsx'), (m) => m.VersionPage),
  page('catalogue/bulk-changes', () => import('../features/catalogue/management/BulkChangesPage.tsx'), (m) => m.BulkChangesPage),
  page('catalogue/bulk-changes/:bulkChangeId', () => import('../features/catalogue/management/BulkChangePage.tsx'), (m) => m.BulkChangePage),
  page('catalogue/tags', () => import('../features/catalogue/management/TagsPage.tsx'), (m) => m.TagsPage),
  page('catalogue/review-settings', () => import('../features/catalogue/management/ReviewSettingsPage.tsx'), (m) => m.ReviewSettingsPage),
  page('catalogue/versions/:versionId/edit', () => import('../features/catalogue/editor/EditPage.tsx'), (m) => m.EditPage),
  page('catalogue/versions/:versionId/guidance', () => import('../features/catalogue/guidance/GuidancePage.tsx'), (m) => m.GuidancePage),
  page('catalogue/versions/:versionId/forms/:formKey', () => import('../features/catalogue/forms/FormPage.tsx'), (m) => m.FormPage),
  page('materials', () => import('../features/materials/MaterialListPage.tsx'), (m) => m.MaterialListPage),
  page('materials/:code', () => import('../features/materials/MaterialPage.tsx'), (m) => m.MaterialPage),
  page('materials/mapping', () => import('../features/materials/MappingPage.tsx'), (m) => m.MappingPage),
  page('materials/merges', () => import('../features/materials/MergePage.tsx'), (m) => m.MergePage),
  page('materials/substitutions', () => import('../features/materials/SubstitutionPage.tsx'), (m) => m.SubstitutionPage),
  page('materials/licences', () => import('../features/materials/LicencesPage.tsx'), (m) => m.LicencesPage),
  page('item-exchange', () => import('../features/item-exchange/ExchangePage.tsx'), (m) => m.ExchangePage),
  page('item-exchange/imports/:importId', () => import('../features/item-exchange/ImportPage.tsx'), (m) => m.ImportPage),
  page('surveys', () => import('../features/surveys/SurveysPage.tsx'), (m) => m.SurveysPage),
  page('surveys/tasks/:taskId', () => import('../features/surveys/TaskPage.tsx'), (m) => m.TaskPage),
  page('surveys/:surveyId', () => import('../features/surveys/SurveyPage.tsx'), (m) => m.SurveyPage),
  page('item-quality', () => import('../features/item-quality/QualityPage.tsx'), (m) => m.QualityPage),
  page('item-quality/rectifications/:rectificationId', () => import('../features/item-quality/RectificationPage.tsx'), (m) => m.RectificationPage),
  page('directory', () => import('../features/directory/entries/EntriesPage.tsx'), (m) => m.EntriesPage),
  page('directory/entries/:entryId', () => import('../features/directory/entries/EntryPage.tsx'), (m) => m.EntryPage),
  page('directory/claims', () => import('../features/directory/claims/ClaimsPage.tsx'), (m) => m.ClaimsPage),
  page('directory/changes', () => import('../features/directory/changes/ChangesPage.tsx'), (m) => m.ChangesPage),
  page('directory/changes/:adjustmentId', () => import('../features/directory/changes/ChangePage.tsx'), (m) => m.ChangePage),
  page('directory/imports/:importId?', () => import('../features/directory/entries/ImportsPage.tsx'), (m) => m.ImportsPage),
  page('directory/reports', () => import('../features/directory/ReportsPage.tsx'), (m) => m.ReportsPage),
  page('automation', () => import('../features/decisioning/AutomationPage.tsx'), (m) => m.AutomationPage),
  page('automation/settings/:settingId', () => import('../features/decisioning/SettingPage.tsx'), (m) => m.SettingPage),
  page('dispatch', () => import('../features/dispatch/DispatchPage.tsx'), (m) => m.DispatchPage),
  page('intelligence', () => import('../features/intelligence/IntelligencePage.tsx'), (m) => m.IntelligencePage),
  page('recognition', () => import('../features/recognition/RecognitionPage.tsx'), (m) => m.RecognitionPage),
  page('recognition/types/:typeId', () => import('../features/recognition/TypePage.tsx'), (m) => m.TypePage),
  page('bundles', () => import('../features/bundles/catalogue/BundlesPage.tsx'), (m) => m.BundlesPage),
  page('bundles/versions/:versionId', () => import('../features/bundles/editor/VersionPage.tsx'), (m) => m.VersionPage),
  page('forms', () => import('../features/form-management/FormsPage.tsx'), (m) => m.FormsPage),
  page('processes', () => import('../features/processes/list/ProcessesPage.tsx'), (m) => m.ProcessesPage),
  page('processes/drafts/:draftId', () => import('../features/processes/editor/DraftPage.tsx'), (m) => m.DraftPage),
  page('processes/migrations/:migrationId', () => import('../features/processes/migration/MigrationRunPage.tsx'), (m) => m.MigrationRunPage),
  page('processes/replays/:replayId', () => import('../features/processes/replay/ReplayRunPage.tsx'), (m) => m.ReplayRunPage),
  page('processes/:key/replay', () => import('../features/processes/replay/ReplayPage.tsx'), (m) => m.ReplayPage),
  page('processes/:key/migrate', () => import('../features/processes/migration/MigrationPage.tsx'), (m) => m.MigrationPage),
  page('processes/:key/compare', () => import('../features/processes/compare/ComparePage.tsx'), (m) => m.ComparePage),
  page('processes/:key', () => import('../features/processes/version/ProcessPage.tsx'), (m) => m.ProcessPage),
  page('rules', () => import('../features/rules/list/RuleSetsPage.tsx'), (m) => m.RuleSetsPage),
  page('rules/:ruleSetId/runs', () => import('../features/rules/runs/RunsPage.tsx'), (m) => m.RunsPage),
  page('rules/versions/:versionId', () => import('../features/rules/editor/VersionPage.tsx'), (m) => m.VersionPage),
  page('document-templates', () => import('../features/document-templates/list/TemplatesPage.tsx'), (m) => m.TemplatesPage),
  page('document-templates/versions/:versionId', () => import('../features/document-templates/editor/VersionPage.tsx'), (m) => m.VersionPage),
  page('document-templates/:templateId', () => import('../features/document-templates/editor/TemplatePage.tsx'), (m) => m.TemplatePage),
  page('delegations', () => import('../features/delegation/DelegationsPage.tsx'), (m) => m.DelegationsPage),
  page('delegations/:delegationId', () => import('../features/delegation/DelegationPage.tsx'), (m) => m.DelegationPage),
  page('messages', () => import('../features/messages/MessagesPage.tsx'), (m) => m.MessagesPage),
  page('account', () => import('../features/account/AccountPage.tsx'), (m) => m.AccountPage),
  { path: '*', element: <NotFoundPage /> },
];

/** Every address of the workbench. */
export const router = createBrowserRouter(
  [
    {
      path: '/sign-in',
      HydrateFallback: Opening,
      errorElement: <CrashPage />,
      lazy: fetchWith(() => import('../features/sign-in/SignInPage.tsx'), (m) => m.SignInPage),
    },
    { path: '/', element: <Shell />, HydrateFallback: Opening, errorElement: <CrashPage />, children: pages },
  ],
  { basename: '/workbench' },
);
