-- A replica reports the version it runs at; the store's own, when it was written and the clock come back.
-- KEYS: record, replicas (hash)   ARGV: replica, version
local time = redis.call('TIME')
local now = string.format('%.0f', tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
-- See rollout-write: a full Redis hears reports, too.
redis.call('HDEL', KEYS[2], '')
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2] .. ' ' .. now)
redis.call('PEXPIRE', KEYS[2], 3600000)
return { redis.call('HGET', KEYS[1], 'version') or '0', redis.call('HGET', KEYS[1], 'at') or '0', now }
