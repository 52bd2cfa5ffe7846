import type { History, Trend } from '../model/trend.ts'

/** A history with some of its trends. An event stays where one of its members does. */
export function selectTrends(history: History, isWanted: (trend: Trend) => boolean): History {
  const places = new Map<number, number>()
  for (const [index, trend] of history.trends.entries()) if (isWanted(trend)) places.set(index, places.size)
  const events = history.events.map((event) => ({
    ...event,
    members: event.members.flatMap(({ trend, step }) => {
      const place = places.get(trend)
      return place === undefined ? [] : [{ trend: place, step }]
    }),
  }))
  return {
    ...history,
    trends: history.trends.filter((_, index) => places.has(index)),
    events: events.filter(({ members }) => members.length > 0),
  }
}
