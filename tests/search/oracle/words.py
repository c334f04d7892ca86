# SPDX-License-Identifier: GPL-2.0-or-later
"""The vocabulary of the made set, each list from its most frequent word to its rarest."""

NOUNS = """
server team week container project storage review session test cluster release manager agent scheduler network
dashboard pipeline database queue worker node kernel image model dataset notebook terminal mentor interview office
meeting library interface plugin request response error cache token user account password permission quota volume
folder backup metric alert log trace benchmark memory processor driver accelerator batch training inference
experiment paper conference talk poster hackathon community contribution issue branch merge commit patch version
migration schema index query search ranking snippet language keyboard translation document guide tutorial example
recipe design prototype layout button editor browser extension protocol socket proxy certificate firewall gateway
balancer replica shard snapshot recovery incident outage midnight runbook checklist handover onboarding lunch coffee
bicycle harbour lighthouse orchard telescope compass
""".split()

ADJECTIVES = """
new small remote distributed slow open internal weekly reliable asynchronous parallel hidden broken simple virtual
public mobile careful quiet experimental accessible portable idle ancient transparent
""".split()

VERBS = """
built tested reviewed moved deployed measured fixed learned planned presented rewrote shipped debugged monitored
documented scheduled compared merged replaced migrated profiled translated abandoned celebrated
""".split()

# Written in more than one way, names of several parts, accents, figures.
JOINED = """
front-end frontend Backend.AI on-boarding create_task open-source Kubernetes C++ café naïve GPU-2080 e-mail
PostgreSQL IPv6 OpenAPI 3.11 file_system login.gov
""".split()

KOREAN_NOUNS = """
인턴십 서버 개발 팀 회의 저장소 컨테이너 검색 프로젝트 리뷰 테스트 코드 문서 발표 질문 환경 배포 화면 데이터 학습
모델 실험 멘토 면접 지원 학교 오픈소스 기여 행사 커뮤니티 온보딩 모니터링 쿠버네티스 프론트엔드 백엔드 네트워크 비동기
자료구조 번역 키보드 기계학습 인공지능 가상화 앱 책 집 비 점심 자전거 등대 망원경 나침반
""".split()

KOREAN_VERBS = "만들었다 고쳤다 배웠다 발표했다 옮겼다 시험했다 설명했다 비교했다 정리했다 기다렸다 바꾸었다".split()
KOREAN_ADJECTIVES = "새로운 작은 느린 열린 조용한 중요한 복잡한 오래된 투명한".split()

AUTHORS = ["Kim Haneul", "Joon Park", "이서연", "Mara Lindqvist", "최도윤", "Oliver Brandt", "Sora Yun", "Ines Duarte",
           "박하람", "Tomasz Wolny", "Zoe O'Hara", "정다온"]

TOPICS = """
internship engineering storage scheduling front-end open-source research mentoring monitoring kubernetes hackathon
community databases onboarding accelerators translation accessibility incident-review machine-learning 인턴십 오픈소스
""".split()

SEASONS = ["summer", "winter", "fall", "spring", "first-half", "second-half"]
