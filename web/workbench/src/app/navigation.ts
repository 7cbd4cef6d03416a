import {
  AlertOutlined,
  ApiOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ContainerOutlined,
  DashboardOutlined,
  DeploymentUnitOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FileSyncOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  FormOutlined,
  FrownOutlined,
  GlobalOutlined,
  GroupOutlined,
  HomeOutlined,
  IdcardOutlined,
  InboxOutlined,
  LinkOutlined,
  MessageOutlined,
  NodeIndexOutlined,
  NotificationOutlined,
  PartitionOutlined,
  ProfileOutlined,
  ScanOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  ShopOutlined,
  SolutionOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { links } from '../shared/links.ts';
import { text } from './text.ts';

/** A place in the navigation; offered when the session holds any of its permissions. */
export interface Place {
  path: string;
  label: string;
  icon: ComponentType;
  permissions: readonly string[];
  /** The addresses below it are parts of it and not things of their own. */
  whole?: true;
  counts?: 'todo';
}

export interface PlaceGroup {
  label: string | undefined;
  places: readonly Place[];
}

const { places: names, groups } = text;

/** The whole navigation. */
export const navigation: readonly PlaceGroup[] = [
  { label: undefined, places: [{ path: links.home(), label: names.home, icon: HomeOutlined, permissions: [] }] },
  {
    label: groups.work,
    places: [
      { path: links.inbox(), label: names.inbox, icon: CheckSquareOutlined, permissions: ['workflow.inbox.view'], whole: true, counts: 'todo' },
      { path: links.registration(), label: names.registration, icon: FormOutlined, permissions: ['intake.case.register'] },
      { path: links.calling(), label: names.calling, icon: NotificationOutlined, permissions: ['halls.window.call'] },
      { path: links.bundleCases(), label: names.bundleCases, icon: GroupOutlined, permissions: ['bundle-applications.application.view'] },
      { path: links.cases(), label: names.cases, icon: FileSearchOutlined, permissions: ['cases.case.view'] },
      { path: links.handOut(), label: names.handOut, icon: SendOutlined, permissions: ['collection.result.hand-out'] },
      { path: links.custody(), label: names.custody, icon: FileSyncOutlined, permissions: ['custody.envelope.view', 'custody.rule.view'] },
      { path: links.archives(), label: names.archives, icon: InboxOutlined, permissions: ['archives.archive.view'] },
      { path: links.stuckMatters(), label: names.stuckMatters, icon: AlertOutlined, permissions: ['stuck-matters.matter.view'] },
    ],
  },
  {
    label: groups.watch,
    places: [
      { path: links.halls(), label: names.halls, icon: ShopOutlined, permissions: ['halls.hall.watch'] },
      { path: links.board(), label: names.board, icon: DashboardOutlined, permissions: ['supervision.board.view'] },
      { path: links.supervisionOrders(), label: names.supervisionOrders, icon: AuditOutlined, permissions: ['supervision.order.view'] },
      { path: links.spotChecks(), label: names.spotChecks, icon: FileDoneOutlined, permissions: ['supervision.spot-check.inspect'] },
      { path: links.stepTimes(), label: names.stepTimes, icon: FieldTimeOutlined, permissions: ['supervision.step-time.view'] },
      {
        path: links.rectifications(),
        label: names.rectifications,
        icon: FrownOutlined,
        permissions: ['ratings.rectification.view', 'ratings.rectification.handle'],
      },
    ],
  },
  {
    label: groups.items,
    places: [
      { path: links.catalogue(), label: names.catalogue, icon: ProfileOutlined, permissions: ['catalog.item.view'] },
      { path: links.directory(), label: names.directory, icon: BookOutlined, permissions: ['directory.entry.view'] },
      { path: links.delegations(), label: names.delegations, icon: BranchesOutlined, permissions: ['delegation.delegation.view'] },
      { path: links.bundles(), label: names.bundles, icon: PartitionOutlined, permissions: ['bundles.bundle.view'] },
      { path: links.materials(), label: names.materials, icon: FolderOpenOutlined, permissions: ['materials.material.view'] },
      { path: links.quality(), label: names.quality, icon: FileDoneOutlined, permissions: ['item-quality.finding.view'] },
      { path: links.itemExchange(), label: names.itemExchange, icon: SwapOutlined, permissions: ['item-exchange.import.manage'] },
      { path: links.surveys(), label: names.surveys, icon: SolutionOutlined, permissions: ['surveys.task.fill', 'surveys.board.view'] },
    ],
  },
  {
    label: groups.licences,
    places: [
      { path: links.licences(), label: names.licences, icon: IdcardOutlined, permissions: ['licences.licence.view'] },
      { path: links.licenceTypes(), label: names.licenceTypes, icon: ContainerOutlined, permissions: ['licences.type.view'] },
      { path: links.seals(), label: names.seals, icon: SafetyCertificateOutlined, permissions: ['seals.seal.view'] },
    ],
  },
  {
    label: groups.configuration,
    places: [
      { path: links.forms(), label: names.forms, icon: ContainerOutlined, permissions: ['catalog.item.view'] },
      { path: links.processes(), label: names.processes, icon: NodeIndexOutlined, permissions: ['workflow.definition.view'] },
      { path: links.rules(), label: names.rules, icon: TableOutlined, permissions: ['rules.rule-set.view'] },
      { path: links.documentTemplates(), label: names.documentTemplates, icon: FileTextOutlined, permissions: ['templates.template.view'] },
      { path: links.automation(), label: names.automation, icon: ThunderboltOutlined, permissions: ['decisioning.setting.view', 'decisioning.result.view'] },
      { path: links.dispatch(), label: names.dispatch, icon: DeploymentUnitOutlined, permissions: ['dispatch.rule-set.view', 'dispatch.record.view'] },
      { path: links.recognition(), label: names.recognition, icon: ScanOutlined, permissions: ['recognition.catalogue.view'] },
      { path: links.intelligence(), label: names.intelligence, icon: ApiOutlined, permissions: ['intelligence.engine.view'] },
    ],
  },
  {
    label: groups.settings,
    places: [
      {
        path: links.organizations(),
        label: names.organizations,
        icon: ApartmentOutlined,
        permissions: ['organization.organization.manage', 'access.role.view', 'access.audit.view'],
      },
      { path: links.staff(), label: names.staff, icon: TeamOutlined, permissions: ['organization.staff.manage', 'access.role.view'] },
      { path: links.roles(), label: names.roles, icon: UserSwitchOutlined, permissions: ['access.role.view'] },
      { path: links.audit(), label: names.audit, icon: AuditOutlined, permissions: ['access.audit.view'] },
      { path: links.outbox(), label: names.outbox, icon: MessageOutlined, permissions: ['messaging.channel.view', 'messaging.delivery.view', 'messaging.statistics.view', 'messaging.simulated-sms.view'] },
      { path: links.selfBuiltSystems(), label: names.selfBuiltSystems, icon: LinkOutlined, permissions: ['self-built.system.view'], whole: true },
      { path: links.site(), label: names.site, icon: GlobalOutlined, permissions: ['site.settings.manage'] },
      { path: links.calendar(), label: names.calendar, icon: CalendarOutlined, permissions: ['calendar.year.view'] },
    ],
  },
];

/** Whether a session is offered a place. */
export function isOffered(place: Place, permissions: readonly string[]): boolean {
  return place.permissions.length === 0 || place.permissions.some((permission) => permissions.includes(permission));
}

/** The place that an address is, or is a part of; none for a single thing, of which the server says who may see it. */
export function findPlace(pathname: string): Place | undefined {
  const address = pathname.replace(/(?<=.)\/$/, '');
  return navigation.flatMap(({ places }) => places).find(({ path, whole }) => path === address || (whole && address.startsWith(`${path}/`)));
}

/** The groups and places that a session is offered. */
export function placesFor(permissions: readonly string[]): PlaceGroup[] {
  return navigation
    .map((group) => ({
      ...group,
      places: group.places.filter((place) => isOffered(place, permissions)),
    }))
    .filter((group) => group.places.length > 0);
}
