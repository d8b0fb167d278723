/**
 * Writes the outcome of one turn, all or nothing.
 * KEYS: fence, facts, inbox, outbox, work, due; when something leaves the conversation also handover, alerts, proofs,
 * filed, cases, erasing, consents, dead.
 * ARGV: token, person, version it was computed from (8 hex digits, or empty), sealed facts with their new version in
 * front, time of the nearest deadline (empty: none), ids of the entries it took (8 bytes each), JSON of what leaves
 * (empty: nothing), then the sealed replies.
 * Returns `done`; `stale` when version or entries differ; `taken` when the case number belongs to somebody else; `fenced`.
 */
export const commitLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
if redis.call('getrange', KEYS[2], 0, 7) ~= ARGV[3] then return 'stale' end
local took = #ARGV[6] / 8
if took > 0 then
  local head = redis.call('lrange', KEYS[3], 0, took - 1)
  if #head < took then return 'stale' end
  for i = 1, took do
    if string.sub(head[i], 1, 8) ~= string.sub(ARGV[6], i * 8 - 7, i * 8) then return 'stale' end
  end
end
local out
if ARGV[7] ~= '' then
  out = cjson.decode(ARGV[7])
  if out.case and redis.call('hsetnx', KEYS[11], out.case, ARGV[2]) == 0
    and redis.call('hget', KEYS[11], out.case) ~= ARGV[2] then return 'taken' end
end
redis.call('set', KEYS[2], ARGV[4])
if took > 0 then redis.call('ltrim', KEYS[3], took, -1) end
for i = 8, #ARGV do redis.call('rpush', KEYS[4], ARGV[i]) end
if ARGV[5] ~= '' then redis.call('zadd', KEYS[6], ARGV[5], ARGV[2]) else redis.call('zrem', KEYS[6], ARGV[2]) end
if redis.call('exists', KEYS[3], KEYS[4]) == 0 then
  redis.call('srem', KEYS[5], ARGV[2])
else
  redis.call('sadd', KEYS[5], ARGV[2])
end
if out then
  for _, item in ipairs(out.items) do
    local file = item.kind ~= 'brief' or tonumber(redis.call('hget', KEYS[10], item.case) or -1) < item.revision
    if file and item.kind == 'brief' then redis.call('hset', KEYS[10], item.case, item.revision) end
    if item.kind == 'alert' then redis.call('hset', KEYS[8], item.id, item.json) end
    if file then redis.call('rpush', KEYS[7], item.json) end
  end
  for _, proof in ipairs(out.proofs) do redis.call('rpush', KEYS[9], proof) end
  for _, record in ipairs(out.consents) do redis.call('rpush', KEYS[13], record) end
  if out.dead then redis.call('rpush', KEYS[14], out.dead) end
  if out.erasing then redis.call('hset', KEYS[12], ARGV[2], out.erasing) end
end
return 'done'
`;
