import type { Input, Output, QueryName } from '@bridge/channels/index.ts'
import type { BridgeError } from '@bridge/errors.ts'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { BridgeCallError } from './bridge-call-error.ts'
import { call } from './client.ts'

/** Query channels that answer a page at a time. */
type PagedName = {
  [N in QueryName]: Input<N> extends { offset: number; limit: number }
    ? Output<N> extends { total: number }
      ? N
      : never
    : never
}[QueryName]

const PAGE = 200

export interface Paged<N extends PagedName> {
  /** All rows there are, loaded or not. */
  total: number
  /** The first page, which tells of the whole list; undefined while it is on its way. */
  first: Output<N> | undefined
  /** The page an index lies on, and its place there; undefined while that page is on its way. */
  pageOf: (index: number) => { page: Output<N>; at: number } | undefined
  /** Index of a row on a loaded page; `at` gives its place on a page or −1. −1 where no loaded page has it. */
  find: (at: (page: Output<N>) => number) => number
  /** Tells which indexes are on the screen, so that their pages are asked for. */
  show: (first: number, last: number) => void
  loading: boolean
  error: BridgeError | null
}

/** A long list, of which only the pages on the screen are ever asked for. */
export function usePaged<N extends PagedName>(name: N, input: Omit<Input<N>, 'offset' | 'limit'>): Paged<N> {
  const [shown, setShown] = useState({ first: 0, last: 0 })
  // The first page stays, wherever the list stands: it alone says how many rows there are.
  const pages = [...new Set([0, ...range(shown.first, shown.last)])]
  const answers = useQueries({
    queries: pages.map((page) => {
      const asked = { ...input, offset: page * PAGE, limit: PAGE } as Input<N>
      return {
        queryKey: [name, asked],
        queryFn: () => call(name, asked),
        ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
      }
    }),
  })
  const loaded = new Map(pages.map((page, at) => [page, answers[at]?.data as Output<N> | undefined]))
  const failure = answers.find((answer) => answer.error instanceof BridgeCallError)?.error
  return {
    total: answers[0]?.data?.total ?? 0,
    first: answers[0]?.data as Output<N> | undefined,
    pageOf: (index) => {
      const page = loaded.get(Math.floor(index / PAGE))
      return page && { page, at: index % PAGE }
    },
    find: (at) => {
      for (const [number, page] of loaded) {
        const place = page ? at(page) : -1
        if (place >= 0) return number * PAGE + place
      }
      return -1
    },
    show: (first, last) => {
      const next = { first: Math.floor(first / PAGE), last: Math.floor(last / PAGE) }
      if (next.first !== shown.first || next.last !== shown.last) setShown(next)
    },
    loading: answers[0]?.isPending ?? true,
    error: failure instanceof BridgeCallError ? failure.error : null,
  }
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)
