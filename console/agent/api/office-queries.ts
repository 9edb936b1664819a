import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewDevice, RegisteredDevice } from '../../../proto/api/devices.ts';
import type { Brand, InvitedPerson, NewBrand, NewPerson, Person } from '../../../proto/api/people.ts';
import { callApi } from './client.ts';

/** What administrators do: people, brands, devices. */

export function usePeople() {
  return useQuery({ queryKey: ['people'], queryFn: ({ signal }) => callApi<Person[]>('/people', { signal }) });
}

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPerson) => callApi<InvitedPerson>('/people', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

export function useBrands() {
  return useQuery({ queryKey: ['brands'], queryFn: ({ signal }) => callApi<Brand[]>('/brands', { signal }) });
}

export function useAddBrand() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewBrand) => callApi<Brand>('/brands', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['brands'] }),
  });
}

export function useRegisterDevice() {
  return useMutation({
    mutationFn: (body: NewDevice) => callApi<RegisteredDevice>('/devices', { method: 'POST', body }),
  });
}
