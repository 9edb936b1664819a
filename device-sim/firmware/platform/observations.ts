import type { ObservationTable } from '../examination.ts';
import type { PlatformView } from './readings.ts';

/** What the owner can tell of home, router, phone and the maker's status page; the words of the datasheets. */
export const platformObservations: ObservationTable<PlatformView> = {
  'router.lists_device': {
    answers: ['listed', 'not_listed', 'listed_other_address', 'unknown'],
    truth: ({ platform: { running, network, causes } }) => {
      if (!running || !network.hasAddress || network.profile === 'secondary') return 'not_listed';
      return causes.addressShift > 0 || causes.addressConflict ? 'listed_other_address' : 'listed';
    },
  },
  'home.other_devices': {
    answers: ['all_fine', 'some_affected', 'all_affected', 'unknown'],
    truth: ({ platform }) => platform.causes.telling.others,
  },
  'home.recent_change': {
    answers: [
      'nothing',
      'router_or_settings',
      'wifi_password',
      'moved_device_or_dock',
      'new_appliance',
      'power_cut',
      'cleaned_or_washed_part',
      'unknown',
    ],
    truth: ({ platform }) => platform.causes.telling.recentChange,
  },
  'phone.second': {
    answers: ['works', 'fails', 'none_available'],
    truth: ({ platform }) => (platform.running && platform.network.reachableAtHome ? 'works' : 'fails'),
  },
  'phone.network': {
    answers: ['home_wifi', 'mobile_data', 'other_wifi_or_vpn', 'unknown'],
    truth: ({ platform }) => platform.causes.telling.phone,
  },
  'service.status_page': {
    answers: ['none', 'incident'],
    truth: ({ platform }) => (platform.causes.cloudFail > 0 ? 'incident' : 'none'),
  },
};
